import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { version } from '#db/schema/versions.ts';
import { TextIndex } from '#domain/anchors/text-index.ts';
import { identifiedContent } from '#domain/content/identified-content.ts';
import { dayOf } from '#domain/days.ts';
import { Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { ThreadsOf } from '#domain/threads.ts';
import { openClass, openSchool } from '#tests/integration/class.ts';
import { contentOf, meantOf } from '#tests/integration/passages.ts';
import { beside, openTalk, says, type Talk } from '#tests/integration/study-talk.ts';
import { findCallable } from './callable.ts';
import { openWork } from './class-work.ts';
import { addComment } from './comments.ts';
import type { Context } from './context.ts';
import { openRound } from './opened-round.ts';
import { openThreads } from './opened-threads.ts';
import { beginRound } from './review-rounds.ts';
import { allocateReviews } from './reviews.ts';
import { endRun } from './run-end.ts';
import { handIn, readSubmission } from './submissions.ts';
import { changeThread, startThread } from './threads.ts';
import { writeAs } from './writing.ts';

const LINES = ['Wij spraken zeven mensen.', 'Zij waren bang.'];

function begin(context: Context, actor: Actor, of: ThreadsOf, words = 'zeven mensen') {
	const frozen = new TextIndex(identifiedContent(contentOf(LINES)));
	return startThread(context, actor, of, {
		...{ meant: meantOf(frozen, words), body: says('Wie?'), assignee: null, dueOn: null },
		suggestion: null
	});
}

describe('beside a version', () => {
	let talk: Talk;
	let of: ThreadsOf;
	beforeAll(async () => {
		talk = await openTalk();
		const [made] = await talk.house.db
			.insert(version)
			.values({
				...{ partId: talk.text, reason: 'named', content: contentOf(LINES), words: 7 },
				...{ authors: [], writers: [], upto: 0n }
			})
			.returning({ id: version.id });
		of = { part: talk.text, version: made!.id, submission: null };
	});
	afterAll(() => talk.house.close());

	test('one talks about its words, whatever becomes of the text, and apart from it', async () => {
		const { context } = talk.house;
		const id = await begin(context, talk.marloes, of);
		await writeAs(context, talk.samira, talk.text, contentOf(['Iets heel anders.']));
		const { threads } = await openThreads(context, talk.samira, of);
		expect(threads).toMatchObject([{ id, standing: 'same', quote: 'zeven mensen' }]);
		expect((await openThreads(context, talk.samira, beside(talk.text))).threads).toEqual([]);
	});

	test('only who may see the history does', async () => {
		const { context } = talk.house;
		await expect(openThreads(context, talk.karin, of)).rejects.toBeInstanceOf(NotFound);
		await expect(begin(context, talk.karin, of)).rejects.toBeInstanceOf(NotFound);
		const elsewhere = { ...of, part: '00000000-0000-4000-8000-000000000000' };
		await expect(openThreads(context, talk.samira, elsewhere)).rejects.toBeInstanceOf(NotFound);
	});
});

describe('beside the text of a round', () => {
	let talk: Talk;
	let versions = 0;
	beforeAll(async () => {
		talk = await openTalk();
	});
	afterAll(() => talk.house.close());

	/** Asks these people about the text as it is; what was asked about is then taken out of it. */
	async function asked(people: readonly Actor[]): Promise<ThreadsOf> {
		const { house, samira, text } = talk;
		const { context } = house;
		// Of the same text there is one version, whoever is asked about it.
		await writeAs(context, samira, text, contentOf([...LINES, `Versie ${(versions += 1)}.`]));
		const round = await beginRound(context, samira, text, {
			...{ people: people.map(({ id }) => id), functions: [], message: '' },
			...{ questions: ['Herken je dit?'], dueOn: dayOf(context.now()) }
		});
		await writeAs(context, samira, text, contentOf(['Iets heel anders.']));
		const { frozen } = await openRound(context, people[0]!, round);
		return { part: text, version: frozen!.version, submission: null };
	}

	/** Everything that somebody can try beside a text. */
	const attempts = (actor: Actor, of: ThreadsOf, thread: string) => [
		() => openThreads(talk.house.context, actor, of),
		() => findCallable(talk.house.context, actor, of, ''),
		() => begin(talk.house.context, actor, of),
		() => addComment(talk.house.context, actor, thread, says('Ik ook')),
		() => changeThread(talk.house.context, actor, thread, { resolved: true })
	];

	test('who was asked and who writes it talk about its words, which stand there still', async () => {
		const { house, gerda, ruth, samira, marloes } = talk;
		const of = await asked([gerda, ruth]);
		const id = await begin(house.context, gerda, of);
		for (const actor of [ruth, samira, marloes]) {
			await addComment(house.context, actor, id, says('Zeven.'));
			const { threads, may } = await openThreads(house.context, actor, of);
			expect(may).toEqual({ comment: true });
			expect(threads).toMatchObject([{ id, standing: 'same', quote: 'zeven mensen' }]);
		}
		expect((await openThreads(house.context, ruth, beside(talk.text))).threads).toEqual([]);
	});

	test('nobody else finds anything there, also who may comment on the text as it is now', async () => {
		const { house, gerda, ruth, karin, noor, jip } = talk;
		const of = await asked([gerda]);
		const id = await begin(house.context, gerda, of);
		for (const actor of [karin, ruth, noor, jip]) {
			for (const attempt of attempts(actor, of, id)) {
				await expect(attempt()).rejects.toBeInstanceOf(NotFound);
			}
		}
	});

	test('who was asked about one version reads no other, and who only reads says nothing', async () => {
		const { house, gerda, noor } = talk;
		const first = await asked([gerda]);
		const second = await asked([noor]);
		await begin(house.context, gerda, first);
		for (const [actor, of] of [
			[gerda, second],
			[noor, first]
		] as const) {
			await expect(openThreads(house.context, actor, of)).rejects.toBeInstanceOf(NotFound);
		}
		expect((await openThreads(house.context, noor, second)).may).toEqual({ comment: false });
		await expect(begin(house.context, noor, second)).rejects.toBeInstanceOf(NotAllowed);
	});

	test('of a text that is restricted since, who was asked finds nothing unless it was given to them', async () => {
		const { house, gerda, ruth, karin, study } = talk;
		const of = await asked([gerda, ruth, karin]);
		const id = await begin(house.context, karin, of);
		await house.sql`update document set sensitivity = 'restricted' where id = ${study}`;
		await house.sql`delete from "grant" where document_id = ${study} and person_id = ${ruth.id}`;
		for (const actor of [karin, ruth]) {
			for (const attempt of attempts(actor, of, id)) {
				await expect(attempt()).rejects.toBeInstanceOf(NotFound);
			}
		}
		expect((await openThreads(house.context, gerda, of)).threads).toMatchObject([{ id }]);
	});
});

describe('beside what was handed in', { timeout: 120_000 }, () => {
	let school: Awaited<ReturnType<typeof openSchool>>;
	beforeAll(async () => {
		school = await openSchool();
	});
	afterAll(() => school.house.close());

	/** A class of three groups of which the first two look at each other's work; and the work of the first. */
	async function handedIn(isAnonymous: boolean) {
		// People begin to take part by the clock on the wall.
		school.house.pass(Date.now() - school.house.context.now().getTime());
		const dueAt = new Date(school.house.context.now().getTime() + 86_400_000);
		const given = await openClass(school, { groups: [2, 1, 1], reviews: 1, isAnonymous, dueAt });
		const { context } = given.house;
		const [first, second, third] = given.groups;
		for (const group of [first!, second!]) {
			await given.write(group.members[0]!, group, ...LINES);
			await handIn(context, group.members[0]!, given.run);
		}
		await allocateReviews(context, given.teacher, given.run, (items) => [...items]);
		const work = await openWork(context, given.teacher, given.run, first!.id);
		const submission = work.submissions[0]!.id;
		const { part } = await readSubmission(context, given.teacher, submission);
		const of: ThreadsOf = { part: part!, version: null, submission };
		const [writer, other] = first!.members;
		return {
			...{ ...given, context, of, writer: writer!, other: other! },
			...{ peer: second!.members[0]!, stranger: third!.members[0]! }
		};
	}

	test('who leads, the group and who looks at it talk; nobody else reads a word', async () => {
		const { context, of, teacher, writer, peer, stranger, groups } = await handedIn(false);
		const id = await begin(context, peer, of);
		for (const actor of [teacher, writer]) await addComment(context, actor, id, says('Ja.'));
		const { threads } = await openThreads(context, writer, of);
		expect(threads).toMatchObject([{ standing: 'same', startedBy: { name: peer.name } }]);
		await expect(openThreads(context, stranger, of)).rejects.toBeInstanceOf(NotFound);
		await expect(addComment(context, stranger, id, says('Ik ook'))).rejects.toBeInstanceOf(
			NotFound
		);
		await changeThread(context, writer, id, { resolved: true });
		// It is of this text, not of another of the same group or class.
		const other = { ...of, part: groups[1]!.part };
		await expect(openThreads(context, teacher, other)).rejects.toBeInstanceOf(NotFound);
	});

	test('where it is anonymous, who leads knows everybody and groups know their own and who leads', async () => {
		const { context, of, teacher, writer, other, peer } = await handedIn(true);
		const id = await begin(context, peer, of);
		for (const actor of [writer, other, teacher]) await addComment(context, actor, id, says('Ja.'));
		const authors = async (actor: Actor) => {
			const { threads } = await openThreads(context, actor, of);
			return threads[0]!.comments.map(({ author }) => author.name).sort();
		};
		const [w, o, t, p] = [writer, other, teacher, peer].map(({ name }) => name);
		expect(await authors(teacher)).toEqual([o, p, t, w].sort());
		expect(await authors(writer)).toEqual(['', o, t, w].sort());
		expect(await authors(peer)).toEqual(['', '', t, p].sort());
		const told = JSON.stringify(await openThreads(context, writer, of));
		expect(told).not.toContain(peer.id);
		expect(told).not.toContain(peer.name);
		const seen = JSON.stringify(await openThreads(context, peer, of));
		for (const { id: hidden, name } of [writer, other]) {
			expect(seen).not.toContain(hidden);
			expect(seen).not.toContain(name);
		}
		// Nor by calling them.
		await expect(addComment(context, peer, id, [{ person: writer.id }])).rejects.toEqual(
			new Invalid({ body: 'person_unknown' })
		);
	});

	test('when it is over it is read, and nothing is said', async () => {
		const { context, of, run, teacher, peer } = await handedIn(false);
		const id = await begin(context, peer, of);
		await endRun(context, teacher, run);
		expect((await openThreads(context, peer, of)).may).toEqual({ comment: false });
		await expect(addComment(context, peer, id, says('Nog iets'))).rejects.toBeInstanceOf(
			NotAllowed
		);
	});
});
