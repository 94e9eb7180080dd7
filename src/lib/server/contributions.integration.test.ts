import { afterAll, beforeAll, expect, test } from 'vitest';
import { Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import { openClass, openSchool, type Class } from '#tests/integration/class.ts';
import { openWork } from './class-work.ts';
import { confirmContribution, SAYS_MAX } from './contributions.ts';
import { allocateReviews } from './reviews.ts';
import { addPerson, placePerson } from './run-groups.ts';
import { handIn, readSubmission } from './submissions.ts';
import { finishWork } from './work-returns.ts';

let school: Pick<Class, 'house' | 'werkplaats' | 'teacher'>;

beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school.house.close());

/** A group of three of whom two wrote, and another group; both handed in. */
async function openHandedIn() {
	const opened = await openClass(school, { groups: [3, 1], reviews: 1 });
	const { house, run, groups, write } = opened;
	const [group, other] = groups;
	const [one, two, silent] = group!.members;
	const [stranger] = other!.members;
	if (!group || !other || !one || !two || !silent || !stranger) throw new Error('nobody is there');
	const asked = 'Wij vroegen wat er gebeurde toen de bel ging.';
	await write(one, group, asked);
	await write(two, group, asked, 'Niemand deed open.');
	await write(stranger, other, 'Iets anders.');
	const { submission } = await handIn(house.context, one, run);
	await handIn(house.context, stranger, run);
	return { ...opened, group, other, one, two, silent, stranger, submission };
}

test('the group sees who wrote how many of the words, also of who wrote none', async () => {
	const { house, run, group, one, two, silent, teacher } = await openHandedIn();
	for (const who of [one, silent, teacher]) {
		const { contributions } = await openWork(house.context, who, run, group.id);
		const rows = contributions.map(({ person, words, share, isSelf }) => [
			...[person.name, words, share, isSelf]
		]);
		expect(rows).toEqual([
			[one.name, 9, 75, who === one],
			[two.name, 3, 25, false],
			[silent.name, 0, 0, who === silent]
		]);
	}
});

test('each says what is so of their own, and what they did besides, until the work is final', async () => {
	const { house, run, group, one, silent, teacher, stranger, submission } = await openHandedIn();
	const { context } = house;
	await confirmContribution(context, silent, submission, ' Ik voerde de gesprekken. ');
	await confirmContribution(context, one, submission, '');
	const { contributions } = await openWork(context, one, run, group.id);
	expect(contributions).toMatchObject([
		{ says: '', confirmedAt: context.now() },
		{ says: '', confirmedAt: null },
		{ says: 'Ik voerde de gesprekken.', confirmedAt: context.now() }
	]);
	const long = confirmContribution(context, one, submission, 'a'.repeat(SAYS_MAX + 1));
	await expect(long).rejects.toThrow(Invalid);
	await expect(confirmContribution(context, stranger, submission, 'Ook ik.')).rejects.toThrow(
		NotFound
	);
	await expect(confirmContribution(context, teacher, submission, 'Ik.')).rejects.toThrow(
		NotAllowed
	);
	// Who came into the group after it did nothing for it.
	await addPerson(context, teacher, run, stranger.id);
	await placePerson(context, teacher, run, { person: stranger.id, group: group.id });
	await expect(confirmContribution(context, stranger, submission, 'Ook ik.')).rejects.toThrow(
		NotFound
	);
	await finishWork(context, teacher, run, group.id);
	const late = confirmContribution(context, one, submission, 'Toch iets.');
	await expect(late).rejects.toMatchObject({ code: 'work_final' });
});

test('nobody else sees it, also not who gives feedback on the work', async () => {
	const { house, run, teacher, silent, stranger, submission } = await openHandedIn();
	const { context } = house;
	const said = 'Ik voerde de gesprekken.';
	await confirmContribution(context, silent, submission, said);
	await allocateReviews(context, teacher, run, (items) => [...items]);
	const read = await readSubmission(context, stranger, submission);
	expect(JSON.stringify(read)).not.toContain(said);
	expect(JSON.stringify(read)).not.toContain(silent.id);
	const events = await house.sql`select details from event where details->>'run' = ${run}`;
	expect(JSON.stringify(events)).not.toContain(said);
});
