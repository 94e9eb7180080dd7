import { afterAll, beforeAll, expect, test } from 'vitest';
import { Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { CommentBody } from '#domain/threads.ts';
import { addMember, addMembership, addPerson } from '#tests/integration/builders.ts';
import { beside, openTalk, says, talkAbout, type Talk } from '#tests/integration/study-talk.ts';
import { findCallable } from './callable.ts';
import { addComment, editComment } from './comments.ts';

let talk: Talk;
let outsider: Actor;
beforeAll(async () => {
	talk = await openTalk();
	const { db } = talk.house;
	outsider = await addMember(db, null, 'national', { name: 'Landelijk' });
	const gone = await addPerson(db, { name: 'Samir', disabledAt: new Date() });
	await addMembership(db, {
		...{ personId: gone, werkplaatsId: talk.werkplaats, function: 'researcher' }
	});
});
afterAll(() => talk.house.close());

const find = (actor: Actor, piece = '') =>
	findCallable(talk.house.context, actor, beside(talk.text), piece);
const names = async (actor: Actor, piece = '') =>
	(await find(actor, piece)).people.map(({ name, mayRead }) => (mayRead ? name : `(${name})`));
const called = () =>
	talk.house.sql<{ personId: string; comment: string }[]>`
		select person_id as "personId", details ->> 'comment' as comment from event
		where name = 'comment.mentioned' order by id`;

test('who takes part in the werkplaats finds everybody there, readers first', async () => {
	expect(await names(talk.karin)).toEqual([
		...['Gerda', 'Karin', 'Marloes', 'Noor', 'Ruth', 'Samira', '(Jip)']
	]);
	// Neither who can't sign in, nor by what stands in no name.
	expect(await names(talk.karin, 'SAM')).toEqual(['Samira']);
	expect(await names(talk.karin, '%')).toEqual([]);
	const { people, functions } = await find(talk.karin, 'noor');
	expect(people).toEqual([
		{
			...{ id: talk.noor.id, name: 'Noor', function: 'student', organisation: null },
			...{ isSelf: false, mayRead: true }
		}
	]);
	expect(functions).toEqual(['researcher', 'teacher', 'student', 'citizen']);
});

test('who is of another werkplaats finds whom they meet there: owners, and who said something', async () => {
	expect(await names(talk.ruth)).toEqual(['Ruth', 'Samira']);
	expect((await find(talk.ruth)).functions).toEqual([]);
	await talkAbout(talk.house, talk.karin, talk.text);
	expect(await names(talk.ruth)).toEqual(['Karin', 'Ruth', 'Samira']);
});

test('who may not comment calls nobody', async () => {
	await expect(find(talk.noor)).rejects.toBeInstanceOf(NotAllowed);
	await expect(find(talk.jip)).rejects.toBeInstanceOf(NotFound);
});

test('each who is called by name or function hears it once, if they may read it', async () => {
	const body: CommentBody = [
		{ text: 'Kijken jullie? ' },
		...[{ person: talk.noor.id }, { person: talk.noor.id }, { person: talk.jip.id }],
		...[{ person: talk.karin.id }, { function: 'student' }, { function: 'researcher' }]
	] as const;
	const thread = await talkAbout(talk.house, talk.karin, talk.text);
	const { context } = talk.house;
	const before = (await called()).length;
	const comment = await addComment(context, talk.karin, thread, body);
	const heard = (await called()).slice(before);
	expect(new Set(heard.map(({ personId }) => personId))).toEqual(
		new Set([talk.noor.id, talk.samira.id, talk.marloes.id])
	);
	expect(heard).toHaveLength(3);
	expect(heard.every((event) => event.comment === comment)).toBe(true);
	// Said otherwise, only who is called now and was not.
	await editComment(context, talk.karin, comment, [
		{ person: talk.noor.id },
		{ person: talk.ruth.id }
	]);
	const again = (await called()).slice(before + 3);
	expect(again.map(({ personId }) => personId)).toEqual([talk.ruth.id]);
});

test('nobody is called whom one does not know, and no crowd of which one is no part', async () => {
	const { context } = talk.house;
	const thread = await talkAbout(talk.house, talk.ruth, talk.text);
	const say = (actor: Actor, body: CommentBody) => addComment(context, actor, thread, body);
	const refused = new Invalid({ body: 'person_unknown' });
	await expect(say(talk.ruth, [{ person: talk.jip.id }])).rejects.toEqual(refused);
	await expect(say(talk.karin, [{ person: outsider.id }])).rejects.toEqual(refused);
	const before = (await called()).length;
	await say(talk.ruth, [{ function: 'student' }]);
	expect(await called()).toHaveLength(before);
	await say(talk.ruth, says('Dan niet.'));
});
