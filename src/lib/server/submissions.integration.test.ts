import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText } from '#domain/content/text.ts';
import { openClass, openSchool, type Class } from '#tests/integration/class.ts';
import { handIn, readSubmission } from './submissions.ts';

let school: Pick<Class, 'house' | 'werkplaats' | 'teacher'>;

beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school.house.close());

test('what a group hands in is kept as it is at that moment', async () => {
	const { house, run, groups, write } = await openClass(school, { groups: [2] });
	const [group] = groups;
	const [one, other] = group!.members;
	await write(one!, group!, 'Wij spraken met drie bewoners.');
	const { submission, nth } = await handIn(house.context, other!, run);
	expect(nth).toBe(1);
	const read = await readSubmission(house.context, one!, submission);
	expect(plainText(read.content)).toBe('Wij spraken met drie bewoners.');
	expect(read.told).toMatchObject({ nth: 1, by: other!.name, isLate: false, words: 5 });
	const [row] = await house.sql`select content, sha256 from submission where id = ${submission}`;
	expect(createHash('sha256').update(row!['content']).digest('hex')).toBe(row!['sha256']);
});
