import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { watch } from '#db/schema/told.ts';
import { CHECKLIST, type Checked } from '#domain/critical-friends.ts';
import { dayOf } from '#domain/days.ts';
import type { Actor } from '#domain/facts.ts';
import { addGrant, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { contentOf } from '#tests/integration/passages.ts';
import { says } from '#tests/integration/study-talk.ts';
import { told as toldOf } from '#tests/integration/told.ts';
import { answerRequest, logRequest } from './change-requests.ts';
import { addRemark, checkPolicy, replyAsMunicipality, signReview } from './critical-friends.ts';
import { createDocument, openDocument } from './documents.ts';
import { countUnread, markRead, openInbox, readByVisit } from './inbox.ts';
import { sendLetters } from './letters.ts';
import { setRhythm } from './mail-preferences.ts';
import {
	beginMirror,
	planMirror,
	replanMirror,
	sayWhatChanges,
	tellDueMirrors
} from './mirrors.ts';
import { openRound } from './opened-round.ts';
import { beginFriends, keepPolicyText } from './policy-texts.ts';
import { answerRound, beginRound, closeRound, remindRound } from './review-rounds.ts';
import { startThread } from './threads.ts';
import { listMyActions } from './waiting.ts';
import { writeAs } from './writing.ts';

const DAY_MS = 86_400_000;
const TITLE = 'Aanbellen';

let house: TestHouse;
let twente: string;
/** Began the study and wrote it. */
let samira: Actor;
/** Writes in it too, and did not yet. */
let bas: Actor;
/** Asked. */
let joost: Actor;
/** Asked; of the municipality. */
let hanneke: Actor;
/** Watches the study, and was asked nothing. */
let pim: Actor;
/** Watches it too, and may not read it. */
let gerda: Actor;
let study: string;
let part: string;

beforeAll(async () => {
	house = await openTestHouse();
});
afterAll(() => house.close());

beforeEach(async () => {
	const { context, db } = house;
	twente = await addWerkplaats(db);
	const member = (name: string, as: Parameters<typeof addMember>[2]) =>
		addMember(db, twente, as, { name });
	samira = await member('Samira', 'researcher');
	bas = await member('Bas', 'researcher');
	joost = await member('Joost', 'professional');
	hanneke = await member('Hanneke', 'policy_officer');
	pim = await member('Pim', 'teacher');
	gerda = await member('Gerda', 'citizen');
	const [{ slug }] = (await house.sql`select slug from werkplaats where id = ${twente}`) as [
		{ slug: string }
	];
	study = await createDocument(context, samira, { werkplaats: slug, kind: 'study', title: TITLE });
	part = (await openDocument(context, samira, study)).parts[0]!.id;
	await writeAs(context, samira, part, contentOf(['Zoals het was.']));
	for (const { id: personId } of [pim, gerda])
		await db.insert(watch).values({ personId, documentId: study, since: new Date() });
	await told();
	house.letters.length = 0;
});

const told = async () => (await toldOf(house, study)).sort();
const inDays = (days: number) => dayOf(new Date(house.context.now().getTime() + days * DAY_MS));
const asking = () => ({
	...{ people: [joost.id, hanneke.id], functions: [], message: 'Kijk je mee?' },
	...{ questions: ['Herken je dit?'], dueOn: inDays(7) }
});
const begin = () => beginRound(house.context, samira, part, asking());
const answer = (actor: Actor, id: string, words = 'Ja') =>
	answerRound(house.context, actor, id, { answers: [words], remarks: '' });
const inboxOf = async (actor: Actor) => {
	const { groups } = await openInbox(house.context, actor, 'nl');
	return groups.flatMap(({ talks }) => talks.flatMap(({ items }) => items));
};

test('who is asked hears it once, also who muted the study; nobody else learns of the round', async () => {
	const row = { personId: joost.id, documentId: study, muted: true, since: new Date() };
	await house.db.insert(watch).values(row);
	const id = await begin();
	expect(await told()).toEqual([
		'Hanneke: round.asked by Samira, mine',
		'Joost: round.asked by Samira, mine'
	]);
	const [item] = await inboxOf(joost);
	expect(item).toMatchObject({
		...{ words: 'Samira vraagt wat je van de tekst vindt', quote: null },
		href: `/document/${study}/review/${id}`
	});
	expect(await told()).toEqual([]);
	await remindRound(house.context, samira, id);
	expect(await told()).toEqual([
		'Hanneke: round.reminded by Samira, mine',
		'Joost: round.reminded by Samira, mine'
	]);
});

test('who asks hears of an answer once, however often it is changed', async () => {
	const id = await begin();
	await told();
	await answer(joost, id);
	await answer(joost, id, 'Toch niet');
	expect(await told()).toEqual(['Samira: round.answered by Joost, mine']);
	await closeRound(house.context, bas, id, { name: 'Na feedback' });
	// Who follows the study and was not asked is not to know that there was a round.
	expect(await told()).toEqual([
		'Hanneke: round.closed by Bas, updates',
		'Joost: round.closed by Bas, updates',
		'Samira: round.closed by Bas, updates'
	]);
});

test('that one is asked stays new until the round itself is opened', async () => {
	const id = await begin();
	await told();
	await readByVisit(house.context, joost, study, null);
	expect(await countUnread(house.context, joost)).toEqual({ mine: 1, updates: 0 });
	await markRead(house.context, joost, { round: id });
	expect(await countUnread(house.context, joost)).toEqual({ mine: 0, updates: 0 });
	expect(await countUnread(house.context, hanneke)).toEqual({ mine: 1, updates: 0 });
});

test('what is asked waits until it is answered, for who may still read it', async () => {
	const id = await begin();
	const waits = async () =>
		(await listMyActions(house.context, joost, 'nl')).filter(({ href }) => href.includes(study));
	expect(await waits()).toEqual([
		{
			...{ title: TITLE, quote: 'Samira vraagt wat je van de tekst vindt', dueOn: inDays(7) },
			href: `/document/${study}/review/${id}`
		}
	]);
	await answer(joost, id);
	expect(await waits()).toEqual([]);
	await begin();
	await house.sql`update document set sensitivity = 'vault' where id = ${study}`;
	expect(await waits()).toEqual([]);
	await told();
	expect(await inboxOf(joost)).toEqual([]);
});

test('a mirror tells who follows the study; that its day came only who planned it, once', async () => {
	const { context } = house;
	const id = await planMirror(context, samira, study, { plannedFor: inDays(2) });
	expect(await told()).toEqual(['Pim: mirror.planned by Samira, updates']);
	expect(await listMyActions(context, samira, 'nl')).toEqual([]);
	house.pass(3 * DAY_MS);
	await Promise.all([tellDueMirrors(context), tellDueMirrors(context)]);
	expect(await told()).toEqual(['Samira: mirror.due by null, mine']);
	await tellDueMirrors(context);
	expect(await told()).toEqual([]);
	const href = `/document/${study}/review/${id}`;
	const words = 'Het is tijd voor het spiegelmoment dat je plande';
	expect(await listMyActions(context, samira, 'nl')).toEqual([
		{ title: TITLE, quote: words, dueOn: inDays(-1), href }
	]);
	expect((await inboxOf(samira))[0]).toMatchObject({ words, href, by: null });
	await beginMirror(context, samira, id, asking());
	// Who is asked hears that, and not also that it began.
	expect(await told()).toEqual([
		'Hanneke: round.asked by Samira, mine',
		'Joost: round.asked by Samira, mine',
		'Pim: mirror.begun by Samira, updates'
	]);
	expect(await listMyActions(context, samira, 'nl')).toEqual([]);
	await sayWhatChanges(context, bas, id, { words: 'We vragen het eerder.' });
	expect(await told()).toEqual([
		'Hanneke: mirror.changes_said by Bas, updates',
		'Joost: mirror.changes_said by Bas, updates',
		'Pim: mirror.changes_said by Bas, updates',
		'Samira: mirror.changes_said by Bas, updates'
	]);
});

test('a mirror that is called off is told, with the page where it stood', async () => {
	const { context } = house;
	const id = await planMirror(context, bas, study, { plannedFor: inDays(2) });
	await told();
	await replanMirror(context, bas, id, { plannedFor: null });
	expect(await told()).toEqual([
		'Pim: mirror.called_off by Bas, updates',
		'Samira: mirror.called_off by Bas, updates'
	]);
	expect((await inboxOf(pim))[0]).toMatchObject({ href: `/document/${study}/review` });
});

test('a review tells who asked and the municipality once it is signed; a reply tells who signed', async () => {
	const { context } = house;
	const policy = await keepPolicyText(context, samira, study, {
		...{ title: 'Beleidsplan', source: 'Oosterveen', address: '' },
		text: 'Inwoners melden zich bij het loket.'
	});
	expect(await told()).toEqual(['Pim: policy.kept by Samira, updates']);
	const id = await beginFriends(context, samira, policy, { ...asking(), people: [joost.id] });
	expect(await told()).toEqual(['Joost: round.asked by Samira, mine']);
	const said = { perspective: 'citizen', quote: '', body: 'Te lang.' } as const;
	const remark = await addRemark(context, joost, id, said);
	const all: Checked = Object.fromEntries(CHECKLIST.map((item) => [item, 'no']));
	await checkPolicy(context, joost, id, all);
	expect(await told()).toEqual([]);
	await signReview(context, joost, id);
	expect(await told()).toEqual([
		'Hanneke: critical_friend.signed by Joost, mine',
		'Pim: critical_friend.signed by Joost, updates',
		'Samira: critical_friend.signed by Joost, mine'
	]);
	const reply = (to: string | null) =>
		replyAsMunicipality(context, hanneke, id, { remark: to, words: 'We kijken ernaar.' });
	await reply(remark);
	expect(await told()).toEqual([
		'Joost: critical_friend.remark_replied by Hanneke, mine',
		'Samira: critical_friend.remark_replied by Hanneke, updates'
	]);
	await reply(null);
	expect(await told()).toEqual([
		'Joost: critical_friend.replied by Hanneke, mine',
		'Pim: critical_friend.replied by Hanneke, updates',
		'Samira: critical_friend.replied by Hanneke, mine'
	]);
	// Put better: the record has it, and nobody hears it again.
	await reply(remark);
	await reply(null);
	expect(await told()).toEqual([]);
});

test('a request to change what was found tells who wrote the study, and the answer who wrote it down', async () => {
	const { context } = house;
	await writeAs(context, bas, part, contentOf(['Zoals het was.', 'En van Bas.']));
	await logRequest(context, joost, study, {
		...{ who: 'W. Bos', organisation: 'Oosterveen', what: 'Schrap het loket.' },
		...{ askedOn: inDays(-1), concern: 'asked_me' }
	});
	expect(await told()).toEqual([
		'Bas: findings.change_requested by Joost, mine',
		'Pim: findings.change_requested by Joost, updates',
		'Samira: findings.change_requested by Joost, mine'
	]);
	const [{ id: request }] = (await house.sql`
		select id from change_request where document_id = ${study}`) as [{ id: string }];
	await answerRequest(context, samira, { documentId: study, request, words: 'Nee.' });
	expect(await told()).toEqual([
		'Bas: findings.change_answered by Samira, updates',
		'Joost: findings.change_answered by Samira, mine',
		'Pim: findings.change_answered by Samira, updates'
	]);
	expect((await inboxOf(joost))[0]).toMatchObject({ href: `/document/${study}/review` });
});

test('what is said beside the text of a round is told to who reads that text, with the way there', async () => {
	const { context } = house;
	const id = await begin();
	await told();
	const { frozen } = await openRound(context, joost, id);
	const of = { part, version: frozen!.version, submission: null };
	const about = { meant: null, body: says('Een geheim?'), assignee: null, dueOn: null };
	const thread = await startThread(context, joost, of, { ...about, suggestion: null });
	// Pim follows the study and reads it, but not as it was then.
	expect(await told()).toEqual(['Samira: thread.started by Joost, updates']);
	const href = `/document/${study}/review/${id}?thread=${thread}`;
	expect((await inboxOf(samira))[0]).toMatchObject({ quote: 'Een geheim?', href });
	await startThread(context, joost, of, { ...about, assignee: samira.id, suggestion: null });
	const [action] = await listMyActions(context, samira, 'nl');
	expect(action).toMatchObject({ quote: 'Een geheim?' });
	expect(action?.href).toContain(`/document/${study}/review/${id}?thread=`);
});

/** The letter that somebody gets of what they were just told. */
async function letterTo(person: Actor): Promise<string> {
	const { context } = house;
	await setRhythm(context, person, 'at_once');
	// The moment of an event is the database's own; this is now by the clock of the house.
	await house.sql`update notification set at = ${context.now()} where person_id = ${person.id}`;
	house.pass(3 * 60_000);
	await sendLetters(context);
	const [{ email }] = (await house.sql`select email from person where id = ${person.id}`) as [
		{ email: string }
	];
	return house.letters.find(({ to }) => to === email)?.text ?? '';
}

test('a letter says who asks, and leads to the round', async () => {
	const id = await begin();
	await told();
	const text = await letterTo(joost);
	expect(text).toContain(TITLE);
	expect(text).toContain('Samira vraagt wat je van de tekst vindt');
	expect(text).toContain(`https://wisselwerking.test/document/${study}/review/${id}`);
	for (const said of ['Kijk je mee?', 'Herken je dit?']) expect(text).not.toContain(said);
});

test('of a protected study a letter says nothing but that something is asked', async () => {
	const id = await begin();
	const given = { documentId: study, grantedBy: samira.id, level: 'comment' } as const;
	await addGrant(house.db, { ...given, personId: joost.id });
	await house.sql`update document set sensitivity = 'restricted' where id = ${study}`;
	await told();
	const text = await letterTo(joost);
	expect(text).toContain('Iemand vraagt wat je van de tekst vindt');
	expect(text).toContain(`https://wisselwerking.test/document/${study}/review/${id}`);
	for (const secret of [TITLE, 'Samira', 'Kijk je mee?', 'Herken je dit?']) {
		expect(text).not.toContain(secret);
	}
});
