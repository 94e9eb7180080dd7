import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainText } from '#domain/content/text.ts';
import { Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Feedback } from '#domain/feedback.ts';
import { addMember } from '#tests/integration/builders.ts';
import { openClass, openSchool, type Class, type ClassGroup } from '#tests/integration/class.ts';
import { readAuthorship } from './authorship.ts';
import { openWork, overviewOf } from './class-work.ts';
import { allocateReviews, beginFeedback, openFeedback, saveFeedback } from './reviews.ts';
import { openRun } from './runs.ts';
import { handIn, readSubmission } from './submissions.ts';
import { returnWork } from './work-returns.ts';

let school: Pick<Class, 'house' | 'werkplaats' | 'teacher'>;

beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school.house.close());

const asIs = <Item>(items: readonly Item[]) => [...items];
const conflict = (code: string) => expect.objectContaining({ name: 'Conflict', code });
const WORDS = 'Jullie laten de bewoner zelf aan het woord.';
const SAID: Feedback = {
	marks: [{ criterion: 'Perspectieven', level: 'goed' }],
	answers: [{ question: 'Wat is sterk?', answer: WORDS }],
	remarks: 'De wijkagent ontbreekt.'
};

type Opened = Class & { people: Actor[]; handInAll(of?: readonly ClassGroup[]): Promise<string[]> };

/** A class in which each group has one or more people, of whom the first writes and hands in. */
async function openWriting(given: Parameters<typeof openClass>[1]): Promise<Opened> {
	const opened = await openClass(school, given);
	const people = opened.groups.map((group) => first(group));
	const handInAll = async (of: readonly ClassGroup[] = opened.groups) => {
		const made: string[] = [];
		for (const group of of) {
			await opened.write(first(group), group, `Het werk van ${group.name}.`);
			made.push((await handIn(opened.house.context, first(group), opened.run)).submission);
		}
		return made;
	};
	return { ...opened, people, handInAll };
}

function first({ members }: ClassGroup): Actor {
	const [one] = members;
	if (!one) throw new Error('a group without anybody');
	return one;
}

/** What this group was asked to look at. */
async function tasksOf({ house, run }: Class, group: ClassGroup) {
	return (await openWork(house.context, first(group), run, group.id)).toReview;
}

async function give({ house }: Class, by: Actor, review: string, said: Feedback = SAID) {
	const { revision } = await openFeedback(house.context, by, review);
	await saveFeedback(house.context, by, review, { ...said, revision, give: true });
}

describe('who looks at whose work', () => {
	test('everybody as much, and nobody at their own; again it adds nobody', async () => {
		const opened = await openWriting({ groups: [1, 1, 1, 1, 1], reviews: 2 });
		const { house, run, teacher, groups } = opened;
		await opened.handInAll();
		await allocateReviews(house.context, teacher, run, asIs);
		const seen: string[] = [];
		for (const group of groups) {
			const tasks = await tasksOf(opened, group);
			expect(tasks).toHaveLength(2);
			expect(tasks.map(({ of }) => of)).not.toContain(group.name);
			seen.push(...tasks.flatMap(({ of }) => of ?? []));
		}
		for (const { name } of groups) expect(seen.filter((one) => one === name)).toHaveLength(2);
		await allocateReviews(house.context, teacher, run, (items) => items.toReversed());
		expect(await tasksOf(opened, groups[0]!)).toHaveLength(2);
	});

	test('who comes late is looked at too, and what was asked before stays, given or not', async () => {
		const opened = await openWriting({ groups: [1, 1, 1, 1], reviews: 1 });
		const { house, run, teacher, groups } = opened;
		await opened.handInAll(groups.slice(0, 3));
		await allocateReviews(house.context, teacher, run, asIs);
		const before = await Promise.all(groups.slice(0, 3).map((group) => tasksOf(opened, group)));
		await give(opened, first(groups[0]!), before[0]![0]!.id);
		await opened.handInAll(groups.slice(3));
		await allocateReviews(house.context, teacher, run, asIs);
		const after = await Promise.all(groups.map((group) => tasksOf(opened, group)));
		for (const [nth, tasks] of before.entries()) {
			const ids = after[nth]!.map(({ id }) => id);
			expect(ids).toEqual(expect.arrayContaining(tasks.map(({ id }) => id)));
		}
		expect(after.flat().filter(({ of }) => of === groups[3]!.name)).toHaveLength(1);
		const { rows } = await overviewOf(house.context, teacher, run);
		expect(rows.reduce((sum, { peer }) => sum + peer.given, 0)).toBe(1);
		// A second hand-in is not looked at anew by who looked at the first.
		await returnWork(house.context, teacher, run, groups[0]!.id);
		await opened.handInAll(groups.slice(0, 1));
		await allocateReviews(house.context, teacher, run, asIs);
		const again = await Promise.all(groups.map((group) => tasksOf(opened, group)));
		expect(again.flat()).toHaveLength(after.flat().length);
	});

	test('is for who leads, where groups look at each other, as soon as there are two', async () => {
		const opened = await openWriting({ groups: [1, 1], reviews: 1 });
		const { house, run, teacher, groups, people } = opened;
		await opened.handInAll(groups.slice(0, 1));
		const few = allocateReviews(house.context, teacher, run, asIs);
		await expect(few).rejects.toEqual(conflict('too_few_works'));
		const own = allocateReviews(house.context, people[0]!, run, asIs);
		await expect(own).rejects.toThrow(NotAllowed);
		const without = await openClass(school, { groups: [1, 1] });
		const none = allocateReviews(house.context, teacher, without.run, asIs);
		await expect(none).rejects.toEqual(conflict('no_peer_feedback'));
		const stranger = await addMember(house.db, opened.werkplaats, 'student');
		await expect(allocateReviews(house.context, stranger, run, asIs)).rejects.toThrow(NotFound);
	});
});

test('a group reads the work of another only when it was asked to look at it, and never live', async () => {
	const opened = await openWriting({ groups: [1, 1, 1], reviews: 1 });
	const { house, run, teacher, groups, people } = opened;
	const submissions = await opened.handInAll();
	const reading = (by: Actor, nth: number) => readSubmission(house.context, by, submissions[nth]!);
	for (const [nth, by] of people.entries()) {
		for (const other of [0, 1, 2]) {
			if (other !== nth) await expect(reading(by, other)).rejects.toThrow(NotFound);
		}
	}
	await allocateReviews(house.context, teacher, run, asIs);
	for (const [nth, by] of people.entries()) {
		const tasks = await tasksOf(opened, groups[nth]!);
		for (const other of [0, 1, 2]) {
			if (other === nth) continue;
			const isAsked = tasks.some(({ submission }) => submission === submissions[other]);
			if (!isAsked) {
				await expect(reading(by, other)).rejects.toThrow(NotFound);
			} else {
				const read = await reading(by, other);
				expect(plainText(read.content)).toBe(`Het werk van ${groups[other]!.name}.`);
				expect(read).toMatchObject({ feedback: [], ownReview: tasks[0]!.id });
			}
			const live = readAuthorship(house.context, by, groups[other]!.part);
			await expect(live).rejects.toThrow(NotFound);
			const work = openWork(house.context, by, run, groups[other]!.id);
			await expect(work).rejects.toThrow(NotFound);
		}
	}
});

describe('feedback', () => {
	/** Two groups that look at each other's work. */
	async function openPair(terms: Partial<Parameters<typeof openClass>[1]> = {}) {
		const opened = await openWriting({ groups: [2, 2], reviews: 1, ...terms });
		const submissions = await opened.handInAll();
		await allocateReviews(opened.house.context, opened.teacher, opened.run, asIs);
		const [reviewing, reviewed] = opened.groups;
		const [task] = await tasksOf(opened, reviewing!);
		return {
			...{ ...opened, reviewing: reviewing!, reviewed: reviewed!, review: task!.id },
			submission: submissions[1]!
		};
	}

	test('is seen by the other group, and by who leads, when it is given and not before', async () => {
		const opened = await openPair();
		const { house, run, teacher, reviewing, reviewed, review, submission } = opened;
		const { context } = house;
		const [one, other] = reviewing.members;
		const told = async () => {
			const work = await openWork(context, first(reviewed), run, reviewed.id);
			const read = await readSubmission(context, first(reviewed), submission);
			const led = await readSubmission(context, teacher, submission);
			return [work.feedback, read.feedback, led.feedback];
		};
		house.rings.length = 0;
		await saveFeedback(context, one!, review, { ...SAID, revision: 0, give: false });
		expect(house.rings).toEqual([]);
		expect(await told()).toEqual([[], [], []]);
		await expect(openFeedback(context, teacher, review)).rejects.toThrow(NotFound);
		await expect(openFeedback(context, first(reviewed), review)).rejects.toThrow(NotFound);
		// The whole group writes it.
		expect(await openFeedback(context, other!, review)).toMatchObject({
			...SAID,
			...{ revision: 1, mayWrite: true, givenAt: null, of: reviewed.name }
		});
		await give(opened, other!, review);
		const feedback = { ...SAID, id: review, by: 'peer', from: reviewing.name, nth: 1 };
		for (const given of await told()) expect(given).toMatchObject([feedback]);
		expect(house.rings).toContainEqual({ kind: 'run', run });
		expect(await openFeedback(context, teacher, review)).toMatchObject({ mayWrite: false });
		const { rows } = await overviewOf(context, teacher, run);
		expect(rows).toMatchObject([
			{ peer: { given: 1, expected: 1 }, received: 0 },
			{ peer: { given: 0, expected: 1 }, received: 1 }
		]);
	});

	test('that was given stands still', async () => {
		const opened = await openPair();
		const { house, reviewing, review } = opened;
		await give(opened, first(reviewing), review);
		for (const give of [true, false]) {
			const changed = { ...SAID, remarks: 'Toch niet.', revision: 1, give };
			const again = saveFeedback(house.context, first(reviewing), review, changed);
			await expect(again).rejects.toEqual(conflict('feedback_given'));
		}
		const opened2 = await openFeedback(house.context, first(reviewing), review);
		expect(opened2).toMatchObject({ ...SAID, mayWrite: false });
	});

	test('of two who write it at once the second is told, and writes over nothing', async () => {
		const { house, reviewing, review } = await openPair();
		const save = (by: Actor, remarks: string) =>
			saveFeedback(house.context, by, review, { ...SAID, remarks, revision: 0, give: false });
		const [one, other] = reviewing.members;
		const outcomes = await Promise.allSettled([save(one!, 'Een.'), save(other!, 'Twee.')]);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const [refused] = outcomes.flatMap((each) => (each.status === 'rejected' ? [each] : []));
		expect(refused?.reason).toEqual(conflict('feedback_changed'));
	});

	test('marks what this run asks, on its levels, and says something', async () => {
		const { house, reviewing, review } = await openPair();
		const save = (said: Partial<Feedback>) =>
			saveFeedback(house.context, first(reviewing), review, {
				...{ marks: [], answers: [], remarks: '', ...said },
				...{ revision: 0, give: true }
			});
		const marks = { criterion: 'Perspectieven', level: 'goed' };
		for (const said of [
			{ marks: [{ criterion: 'Iets anders', level: 'goed' }] },
			// A level, but of another criterion.
			{ marks: [{ criterion: 'Onderbouwing', level: 'voldoende' }] },
			{ marks: [marks, { ...marks, level: 'voldoende' }] },
			{ answers: [{ question: 'Wat vinden jullie van ons?', answer: 'Aardig.' }] },
			{ answers: [{ question: 'Wat is sterk?', answer: 'a'.repeat(2001) }] },
			{ remarks: 'a'.repeat(5001) },
			{ remarks: '  ', answers: [{ question: 'Wat is sterk?', answer: ' ' }] }
		]) {
			await expect(save(said), JSON.stringify(said).slice(0, 90)).rejects.toThrow(Invalid);
		}
		await save({ marks: [marks] });
	});

	test('of who leads is one for each hand-in, in their name, on the rubric of the run', async () => {
		const opened = await openPair();
		const { house, run, teacher, reviewed, reviewing, submission } = opened;
		const { context } = house;
		const begun = await Promise.all(
			[1, 2, 3].map(() => beginFeedback(context, teacher, submission))
		);
		expect(new Set(begun).size).toBe(1);
		const [review] = begun;
		expect((await readSubmission(context, teacher, submission)).ownReview).toBe(review);
		const { asks } = await openFeedback(context, teacher, review!);
		expect(asks.rubric.map(({ title }) => title)).toEqual(['Perspectieven', 'Onderbouwing']);
		for (const who of [first(reviewed), first(reviewing)]) {
			await expect(openFeedback(context, who, review!)).rejects.toThrow(NotFound);
			const forged = saveFeedback(context, who, review!, { ...SAID, revision: 0, give: true });
			await expect(forged).rejects.toThrow(NotFound);
		}
		await expect(beginFeedback(context, first(reviewing), submission)).rejects.toThrow(NotFound);
		await expect(beginFeedback(context, first(reviewed), submission)).rejects.toThrow(NotAllowed);
		await give(opened, teacher, review!);
		const { feedback } = await openWork(context, first(reviewed), run, reviewed.id);
		expect(feedback).toMatchObject([{ ...SAID, by: 'teacher', from: teacher.name }]);
	});
});

test('in an anonymous run neither group gets a name or an id of the other, whatever it asks for', async () => {
	const opened = await openWriting({ groups: [2, 2, 2], reviews: 1, isAnonymous: true });
	const { house, run, teacher, groups, document } = opened;
	const { context } = house;
	// What a group writes of itself is theirs to say: here it says nothing.
	for (const group of groups) await opened.write(first(group), group, 'Wij belden aan.');
	for (const group of groups) await handIn(context, first(group), run);
	await allocateReviews(context, teacher, run, asIs);
	for (const group of groups) {
		const [task] = await tasksOf(opened, group);
		await give(opened, first(group), task!.id);
	}
	for (const own of groups) {
		for (const who of own.members) {
			const received: unknown[] = [await openRun(context, who, run)];
			const work = await openWork(context, who, run, own.id);
			received.push(work);
			for (const { id } of work.submissions) received.push(await readSubmission(context, who, id));
			for (const { id, submission } of work.toReview) {
				received.push(await readSubmission(context, who, submission));
				received.push(await openFeedback(context, who, id));
			}
			const all = JSON.stringify([received, house.rings]);
			expect(all).toContain(WORDS);
			for (const other of groups.filter(({ id }) => id !== own.id)) {
				for (const { id, name } of [
					other,
					{ id: other.part, name: other.name },
					...other.members
				]) {
					expect(all, `${who.name} gets an id of ${name}`).not.toContain(id);
					expect(all, `${who.name} gets the name of ${name}`).not.toContain(name);
				}
			}
		}
	}
	// Who leads knows, or nobody could help.
	const { rows } = await overviewOf(context, teacher, run);
	expect(rows.map(({ received }) => received)).toEqual([1, 1, 1]);
	const { feedback } = await openWork(context, teacher, run, groups[0]!.id);
	expect(groups.map(({ name }) => name)).toContain(feedback[0]?.from);
	// Nor does what is written down of it say who looked at whose work.
	const events = await house.sql`
		select details from event where name = 'run.feedback_given' and document_id = ${document}`;
	expect(events.map(({ details }) => details)).toEqual(groups.map(() => ({ run, by: 'peer' })));
});
