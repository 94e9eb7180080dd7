import { afterAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { compareVersions, listHistory, nameVersion } from '#server/history.ts';
import { visitPart } from '#server/news.ts';
import { readWriters } from '#server/writers.ts';
import { writeAs } from '#server/writing.ts';
import { addMember } from '#tests/integration/builders.ts';
import { openStage } from '#tests/live/stage.ts';
import { Comparison, History, News, Writers } from './version-schemas.ts';

const stage = await openStage();
const { context, db } = stage.house;
afterAll(() => stage.house.close());

/** What a machine gets, which has no dates, and the schema that it read. */
function expectFit(schema: z.ZodObject, answer: unknown): void {
	expect(schema.strict().safeParse(JSON.parse(JSON.stringify(answer))).error).toBeUndefined();
}

test('answers about the history of a text are what the description says', async () => {
	const actor = await addMember(db, stage.werkplaatsId, 'researcher');
	const { part } = await stage.addStudy();
	const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
	await writeAs(context, actor, part, { type: 'doc', content: [paragraph('Zij vertelt.')] });
	const version = await nameVersion(context, actor, part, 'Begin');
	expectFit(History, await listHistory(context, actor, part));
	const { text, before, after, changes, people, isSame } = await compareVersions(
		context,
		actor,
		part,
		{ version, other: 'now' }
	);
	const told = { version: after, with: before, content: text.content, changes, people, isSame };
	expectFit(Comparison, told);
	expectFit(News, await visitPart(context, actor, part));
	expectFit(Writers, await readWriters(context, actor, part));
});
