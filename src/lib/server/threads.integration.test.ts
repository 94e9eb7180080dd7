import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { suggestionLayer } from '#db/schema/suggestions.ts';
import { thread } from '#db/schema/threads.ts';
import { hunksOf } from '#domain/content/suggestions/hunks.ts';
import { withRuns } from '#domain/content/suggestions/runs.ts';
import { contentSchema } from '#domain/content/schema.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { THREADS_MAX } from '#domain/threads.ts';
import { contentOf, meantIn } from '#tests/integration/passages.ts';
import {
	beside,
	openTalk,
	QUOTE,
	says,
	talkAbout,
	threadsOfPart,
	type Talk
} from '#tests/integration/study-talk.ts';
import { binDocument } from './bin.ts';
import { openedCase } from './cases.ts';
import { addComment, editComment, removeComment } from './comments.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, openDocument } from './documents.ts';
import { shareDocument } from './grants.ts';
import { openThreads } from './opened-threads.ts';
import { react } from './reactions.ts';
import { changeThread, startThread } from './threads.ts';
import { storedContent } from './texts.ts';
import { giveVoice } from './voices.ts';
import { writeAs } from './writing.ts';

const NOTHING = '00000000-0000-4000-8000-000000000000';
const [BEFORE, AFTER] = ['Iedereen kwam, de eerste weken.', 'Dat was alles.'];

let talk: Talk;
beforeAll(async () => {
	talk = await openTalk();
});
afterAll(() => talk.house.close());

let text: string;
let study: string;
beforeEach(async () => {
	const { context } = talk.house;
	const of = { werkplaats: 'twente', kind: 'study', title: 'Aanbellen' } as const;
	study = await createDocument(context, talk.samira, of);
	for (const [person, level] of [
		[talk.ruth, 'comment'],
		[talk.gerda, 'comment'],
		[talk.noor, 'view']
	] as const) {
		await shareDocument(context, talk.samira, study, { person: person.id, level });
	}
	text = (await openDocument(context, talk.samira, study)).parts[0]!.id;
	await say(BEFORE, `Toen belde hij aan. ${QUOTE} ${AFTER}`);
});

const say = (...lines: string[]) =>
	writeAs(talk.house.context, talk.samira, text, contentOf(lines));
const start = (actor: Actor, given: Parameters<typeof talkAbout>[3] = {}) =>
	talkAbout(talk.house, actor, text, given);
const seen = async (actor: Actor, id: string) => {
	const found = (await threadsOfPart(talk.house, actor, text)).get(id);
	if (!found) throw new Error('no such thread');
	return found;
};
const answer = async (actor: Actor, id: string, words = 'Dat zei hij zelf.') => {
	talk.house.pass(1);
	return addComment(talk.house.context, actor, id, says(words));
};
const change = (actor: Actor, id: string, patch: Parameters<typeof changeThread>[3]) =>
	changeThread(talk.house.context, actor, id, patch);
/** Somebody would have a part without its first words; past the use cases. Gives what they suggest. */
const suggest = async ({ id: personId }: Actor, partId: string) => {
	const runs = [{ from: 0, to: 1, blocks: [] }];
	const of = { partId, personId, version: 1, changedAt: new Date() };
	await talk.house.db.insert(suggestionLayer).values({ ...of, runs });
	const content = await storedContent(talk.house.db, partId);
	const base = contentSchema.nodeFromJSON(content);
	const [hunk] = hunksOf(base, withRuns(base, runs));
	return { person: personId, key: hunk!.key };
};
const moveTo = async (...states: ('in_review' | 'final' | 'published' | 'archived')[]) => {
	for (const state of states) {
		await changeDocument(talk.house.context, talk.samira, study, { state });
	}
};
const happened = () =>
	talk.house.sql<{ name: string; personId: string | null; details: Record<string, string> }[]>`
		select name, person_id as "personId", details from event
		where document_id = ${study} and (name like 'thread.%' or name like 'comment.%') order by id`;

describe('who may comment', () => {
	test('begins a thread on words, without any right to write them', async () => {
		const id = await start(talk.karin);
		expect(await seen(talk.samira, id)).toMatchObject({
			...{ standing: 'same', quote: QUOTE, now: null, passage: { quote: QUOTE } },
			...{ resolved: null, assignee: null, dueOn: null, suggestion: null },
			startedBy: { name: 'Karin', function: 'teacher', isSelf: false },
			comments: [
				{
					...{ author: { name: 'Karin' }, body: says('Hoe weet je dat?'), editedAt: null },
					...{ removed: false, reactions: [], may: { edit: false, remove: false } }
				}
			],
			may: { reply: true, resolve: true, assign: true }
		});
		expect(talk.house.rings.at(-1)).toEqual({ kind: 'review', part: text });
		const [comment] = (await seen(talk.karin, id)).comments;
		expect(await happened()).toEqual([
			{
				...{ name: 'thread.started', personId: null },
				details: { thread: id, comment: comment!.id, part: text }
			}
		]);
	});

	test('begins one about the whole text, which stands last', async () => {
		const whole = await start(talk.ruth, { words: null });
		const late = await start(talk.ruth);
		const early = await start(talk.ruth, { words: 'eerste weken' });
		expect([...(await threadsOfPart(talk.house, talk.noor, text)).keys()]).toEqual([
			...[early, late, whole]
		]);
		expect(await seen(talk.noor, whole)).toMatchObject({ standing: 'whole', quote: null });
	});

	test('means words that stand there, and no others', async () => {
		const meant = await meantIn(talk.house.db, text, QUOTE);
		const other = { ...meant, quote: 'Hij keek nooit.' };
		const begin = (words: typeof meant) =>
			startThread(talk.house.context, talk.karin, beside(text), {
				...{ meant: words, body: says('Ja?'), assignee: null, dueOn: null, suggestion: null }
			});
		await expect(begin(other)).rejects.toEqual(new Conflict('passage_changed'));
		const runs = meant.runs.map((run) => ({ ...run, client: run.client + 1 }));
		await expect(begin({ ...meant, runs })).rejects.toEqual(new Conflict('passage_changed'));
	});

	test('answers, and everybody hears that there is something', async () => {
		const id = await start(talk.karin);
		const comment = await answer(talk.ruth, id);
		const { comments } = await seen(talk.ruth, id);
		expect(comments.map(({ author }) => author.name)).toEqual(['Karin', 'Ruth']);
		expect(comments[1]!.may).toEqual({ edit: true, remove: true });
		expect((await happened()).at(-1)).toMatchObject({
			...{ name: 'comment.added', details: { thread: id, comment, part: text } }
		});
	});

	test('says something: not nothing, not too much, and calls no crowd', async () => {
		const id = await start(talk.karin);
		for (const [body, fault] of [
			[says('  \n '), 'required'],
			[[], 'required'],
			[says('x'.repeat(4001)), 'too_long'],
			[
				Array.from({ length: 21 }, (_, nth) => ({ person: NOTHING.replace(/00$/, `${nth + 10}`) })),
				'mentions'
			]
		] as const) {
			await expect(addComment(talk.house.context, talk.ruth, id, body)).rejects.toEqual(
				new Invalid({ body: fault })
			);
		}
	});

	test('puts signs to what is said, each once', async () => {
		const id = await start(talk.karin);
		const [comment] = (await seen(talk.ruth, id)).comments;
		const given = { sign: 'agree', given: true } as const;
		await react(talk.house.context, talk.ruth, comment!.id, given);
		await react(talk.house.context, talk.ruth, comment!.id, given);
		await react(talk.house.context, talk.samira, comment!.id, given);
		const { reactions } = (await seen(talk.noor, id)).comments[0]!;
		expect(reactions.map(({ sign, people }) => [sign, people.map((p) => p.name).sort()])).toEqual([
			['agree', ['Ruth', 'Samira']]
		]);
		await react(talk.house.context, talk.ruth, comment!.id, { ...given, given: false });
		expect((await seen(talk.noor, id)).comments[0]!.reactions[0]!.people).toHaveLength(1);
	});
});

describe('who only reads', () => {
	test('sees all of it and says nothing', async () => {
		const id = await start(talk.karin);
		const { threads, may } = await openThreads(talk.house.context, talk.noor, beside(text));
		expect(may).toEqual({ comment: false });
		expect(threads[0]!.may).toEqual({ reply: false, resolve: false, assign: false });
		const { context } = talk.house;
		const comment = threads[0]!.comments[0]!.id;
		for (const tried of [
			() => start(talk.noor),
			() => answer(talk.noor, id),
			() => change(talk.noor, id, { resolved: true }),
			() => change(talk.noor, id, { assignee: talk.noor.id }),
			() => change(talk.noor, id, { dueOn: '2026-12-01' }),
			() => editComment(context, talk.noor, comment, says('Iets')),
			() => removeComment(context, talk.noor, comment),
			() => react(context, talk.noor, comment, { sign: 'done', given: true })
		]) {
			await expect(tried()).rejects.toBeInstanceOf(NotAllowed);
		}
	});

	test('is not told what is suggested, which is for who may comment', async () => {
		const suggestion = await suggest(talk.karin, text);
		const id = await start(talk.karin, { suggestion });
		expect((await seen(talk.noor, id)).suggestion).toBeNull();
		// In the words of what is stored, whatever who began it says.
		const told = { ...suggestion, before: BEFORE, after: '' };
		expect((await seen(talk.ruth, id)).suggestion).toEqual(told);
	});
});

test('nothing is said of a suggestion that is not there, or is otherwise by now', async () => {
	const changed = new Conflict('suggestion_changed');
	const nobodys = { person: talk.karin.id, key: 'k' };
	await expect(start(talk.ruth, { suggestion: nobodys })).rejects.toEqual(changed);
	const suggestion = await suggest(talk.karin, text);
	const another = { ...suggestion, key: 'k' };
	await expect(start(talk.ruth, { suggestion: another })).rejects.toEqual(changed);
	await expect(
		start(talk.ruth, { suggestion: { ...suggestion, person: talk.samira.id } })
	).rejects.toEqual(changed);
	await say('Iedereen kwam vaak, de eerste weken.', QUOTE);
	await expect(start(talk.ruth, { suggestion })).rejects.toEqual(changed);
	expect(await threadsOfPart(talk.house, talk.samira, text)).toEqual(new Map());
});

test('to who may not read the text there is nothing', async () => {
	const { context } = talk.house;
	const id = await start(talk.karin);
	const [comment] = (await seen(talk.karin, id)).comments;
	for (const tried of [
		() => openThreads(context, talk.jip, beside(text)),
		() => start(talk.jip),
		() => answer(talk.jip, id),
		() => change(talk.jip, id, { resolved: true }),
		() => editComment(context, talk.jip, comment!.id, says('Iets')),
		() => removeComment(context, talk.jip, comment!.id),
		() => react(context, talk.jip, comment!.id, { sign: 'done', given: true }),
		() => answer(talk.karin, NOTHING),
		() => removeComment(context, talk.karin, NOTHING)
	]) {
		await expect(tried()).rejects.toBeInstanceOf(NotFound);
	}
	await binDocument(context, talk.samira, study);
	await expect(openThreads(context, talk.samira, beside(text))).rejects.toBeInstanceOf(NotFound);
	await expect(answer(talk.karin, id)).rejects.toBeInstanceOf(NotFound);
});

describe('one’s own words', () => {
	test('one says otherwise, and nobody else does', async () => {
		const id = await start(talk.karin);
		const [comment] = (await seen(talk.karin, id)).comments;
		const { context } = talk.house;
		await expect(
			editComment(context, talk.samira, comment!.id, says('Mooi!'))
		).rejects.toBeInstanceOf(NotAllowed);
		await expect(removeComment(context, talk.samira, comment!.id)).rejects.toBeInstanceOf(
			NotAllowed
		);
		await editComment(context, talk.karin, comment!.id, says(' Wie zag dat? '));
		const told = (await seen(talk.noor, id)).comments[0]!;
		expect(told.body).toEqual(says('Wie zag dat?'));
		expect(told.editedAt).not.toBeNull();
	});

	test('taken back before anybody answered, take the thread along', async () => {
		const id = await start(talk.karin);
		const [comment] = (await seen(talk.karin, id)).comments;
		await removeComment(talk.house.context, talk.karin, comment!.id);
		expect(await threadsOfPart(talk.house, talk.samira, text)).toEqual(new Map());
		await expect(answer(talk.karin, id)).rejects.toBeInstanceOf(NotFound);
		expect((await happened()).at(-1)!.name).toBe('comment.removed');
	});

	test('that others answered leave a place, and not a word', async () => {
		const id = await start(talk.karin);
		const reply = await answer(talk.ruth, id);
		const [comment] = (await seen(talk.karin, id)).comments;
		const { context, sql } = talk.house;
		await react(context, talk.ruth, comment!.id, { sign: 'unsure', given: true });
		await removeComment(context, talk.karin, comment!.id);
		const { comments } = await seen(talk.samira, id);
		expect(comments[0]).toMatchObject({ removed: true, body: [], reactions: [] });
		const kept = await sql`select * from comment where thread_id = ${id}`;
		expect(JSON.stringify(kept)).not.toContain('Hoe weet je dat');
		await expect(
			editComment(context, talk.karin, comment!.id, says('Toch'))
		).rejects.toBeInstanceOf(NotFound);
		// With the last words the place goes too.
		await removeComment(context, talk.ruth, reply);
		expect(await threadsOfPart(talk.house, talk.samira, text)).toEqual(new Map());
	});

	test('that were the last leave nothing', async () => {
		const id = await start(talk.karin);
		const reply = await answer(talk.ruth, id);
		await removeComment(talk.house.context, talk.ruth, reply);
		expect((await seen(talk.samira, id)).comments).toHaveLength(1);
	});
});

describe('a thread is done', () => {
	test('when who writes the text, began it, or was to do it says so', async () => {
		const id = await start(talk.karin, { assignee: talk.ruth.id });
		await expect(change(talk.gerda, id, { resolved: true })).rejects.toBeInstanceOf(NotAllowed);
		for (const who of [talk.karin, talk.ruth, talk.marloes]) {
			await change(who, id, { resolved: true });
			expect((await seen(talk.noor, id)).resolved!.by.name).toBe(who.name);
			await change(who, id, { resolved: false });
		}
		expect((await seen(talk.noor, id)).resolved).toBeNull();
	});

	test('once, by who says it first', async () => {
		const id = await start(talk.karin);
		await change(talk.karin, id, { resolved: true });
		await change(talk.samira, id, { resolved: true });
		expect((await seen(talk.noor, id)).resolved!.by.name).toBe('Karin');
		const names = (await happened()).map(({ name }) => name);
		expect(names.filter((name) => name === 'thread.resolved')).toHaveLength(1);
	});
});

describe('an action', () => {
	test('is given to who may read the text, with a day', async () => {
		const id = await start(talk.karin);
		await change(talk.karin, id, { assignee: talk.marloes.id, dueOn: '2026-12-31' });
		expect(await seen(talk.noor, id)).toMatchObject({
			...{ assignee: { name: 'Marloes' }, dueOn: '2026-12-31' }
		});
		expect(await happened()).toContainEqual({
			...{ name: 'thread.assigned', personId: talk.marloes.id },
			details: { thread: id, part: text }
		});
		await change(talk.ruth, id, { assignee: null, dueOn: null });
		expect(await seen(talk.noor, id)).toMatchObject({ assignee: null, dueOn: null });
	});

	test('is not given to who may not', async () => {
		const id = await start(talk.karin);
		for (const assignee of [talk.jip.id, NOTHING]) {
			const refused = new Invalid({ assignee: 'cannot_read' });
			await expect(change(talk.karin, id, { assignee })).rejects.toEqual(refused);
			await expect(start(talk.karin, { assignee })).rejects.toEqual(refused);
		}
	});
});

describe('in the state', () => {
	test('final people still comment', async () => {
		const id = await start(talk.karin);
		await moveTo('in_review', 'final');
		await answer(talk.ruth, id);
		await start(talk.karin, { words: BEFORE });
		// Nobody writes the text any more, so only who began it says that it is done.
		await expect(change(talk.marloes, id, { resolved: true })).rejects.toBeInstanceOf(NotAllowed);
		await change(talk.karin, id, { resolved: true });
	});

	test.each(['published', 'archived'] as const)(
		'%s they do not, but take back what they said',
		async (state) => {
			const id = await start(talk.karin);
			await moveTo('in_review', 'final', state);
			await expect(answer(talk.karin, id)).rejects.toBeInstanceOf(NotAllowed);
			await expect(start(talk.samira)).rejects.toBeInstanceOf(NotAllowed);
			await expect(change(talk.karin, id, { resolved: true })).rejects.toBeInstanceOf(NotAllowed);
			const [comment] = (await seen(talk.karin, id)).comments;
			expect(comment!.may).toEqual({ edit: false, remove: true });
			await removeComment(talk.house.context, talk.karin, comment!.id);
		}
	);
});

describe('when the text changes', () => {
	test('a thread goes along with its words', async () => {
		const id = await start(talk.karin);
		await say('Eerst iets anders.', BEFORE, `Toen belde hij aan.`, `${QUOTE} ${AFTER}`);
		expect(await seen(talk.noor, id)).toMatchObject({ standing: 'same', quote: QUOTE });
	});

	test('and its words with it, both are told', async () => {
		const id = await start(talk.karin);
		const now = 'Hij keek steeds maar weer naar zijn papieren.';
		await say(BEFORE, `Toen belde hij aan. ${now} ${AFTER}`);
		expect(await seen(talk.noor, id)).toMatchObject({
			...{ standing: 'changed', quote: QUOTE, now, passage: { quote: now } }
		});
	});

	test('and its words go, it stays with its quote, after the others', async () => {
		const lost = await start(talk.karin);
		const kept = await start(talk.karin, { words: 'eerste weken' });
		await say(BEFORE);
		const threads = await threadsOfPart(talk.house, talk.noor, text);
		expect([...threads.keys()]).toEqual([kept, lost]);
		expect(threads.get(lost)).toMatchObject({
			...{ standing: 'detached', quote: QUOTE, now: null, passage: null }
		});
		// And finds them when they come back, by the ids that they have then.
		await say(BEFORE, `Toen belde hij aan. ${QUOTE} ${AFTER}`);
		const held = () =>
			talk.house.sql`select passage -> 'runs' as runs from thread where id = ${lost}`;
		const before = await held();
		expect(await seen(talk.noor, lost)).toMatchObject({ standing: 'same' });
		expect(await held()).not.toEqual(before);
	});
});

test('words that a voice took back are quoted to who holds it', async () => {
	const { context } = talk.house;
	const of = { werkplaats: 'twente', kind: 'case', title: 'Mevrouw D.' } as const;
	const story = await createDocument(context, talk.samira, of);
	const { gerda: citizen } = talk;
	const { voices } = await openedCase(context, talk.samira, story);
	const voice = voices.find(({ perspective }) => perspective === 'citizen')!.id;
	await giveVoice(context, talk.samira, story, voice, citizen.id);
	const tell = (...lines: string[]) => writeAs(context, citizen, voice, contentOf(lines));
	await tell(BEFORE, QUOTE);
	const meant = await suggest(talk.karin, voice);
	const suggestion = { ...meant, before: BEFORE, after: '' };
	const id = await talkAbout(talk.house, talk.karin, voice, { suggestion: meant });
	const by = async (actor: Actor) => (await threadsOfPart(talk.house, actor, voice)).get(id)!;
	expect(await by(talk.marloes)).toMatchObject({ standing: 'same', quote: QUOTE });
	await tell(BEFORE, 'Hij keek steeds naar zijn mooie papieren.');
	expect(await by(talk.marloes)).toMatchObject({
		...{ standing: 'changed', quote: null, now: 'Hij keek steeds naar zijn mooie papieren.' }
	});
	await tell(BEFORE);
	expect(await by(citizen)).toMatchObject({ standing: 'detached', quote: QUOTE, suggestion });
	const told = await by(talk.marloes);
	expect(told).toMatchObject({ standing: 'detached', quote: null, passage: null });
	expect(JSON.stringify(told)).not.toContain('papieren');
	// Who tells comments on their own voice, and is known for who they are.
	await talkAbout(talk.house, citizen, voice, { words: BEFORE });
});

test('beside one text there is an end to it', async () => {
	const { db, context } = talk.house;
	const row = { documentId: study, partId: text, startedBy: talk.karin.id };
	const rows = Array.from({ length: THREADS_MAX - 1 }, () => row);
	await db.insert(thread).values(rows);
	const begin = () => start(talk.karin, { words: null });
	const tried = await Promise.allSettled([begin(), begin(), begin()]);
	expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	await expect(begin()).rejects.toEqual(new Conflict('threads_full'));
	await talk.house.sql`delete from thread where part_id = ${text}`;
	const id = await start(talk.karin);
	await talk.house.sql`
		insert into comment (thread_id, author_id, body)
		select ${id}, ${talk.karin.id}, '[]'::jsonb from generate_series(1, 499)`;
	await expect(addComment(context, talk.karin, id, says('Nog iets'))).rejects.toEqual(
		new Conflict('comments_full')
	);
});
