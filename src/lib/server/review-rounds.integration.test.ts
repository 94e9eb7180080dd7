import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHECKLIST, type Checked } from '#domain/critical-friends.ts';
import { dayOf } from '#domain/days.ts';
import type { Content } from '#domain/content/schema.ts';
import { plainText } from '#domain/content/text.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Level } from '#domain/levels.ts';
import { addGrant, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { answerRequest, logRequest } from './change-requests.ts';
import {
	addRemark,
	checkPolicy,
	removeRemark,
	replyAsMunicipality,
	signReview
} from './critical-friends.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, findDocuments, openDocument } from './documents.ts';
import { unshareDocument } from './grants.ts';
import {
	beginMirror,
	overdueMirrors,
	planMirror,
	replanMirror,
	sayWhatChanges,
	tellDueMirrors
} from './mirrors.ts';
import { openRound } from './opened-round.ts';
import { beginFriends, keepPolicyText } from './policy-texts.ts';
import { askableOn, openReviewing } from './review-beside.ts';
import {
	answerRound,
	beginRound,
	closeRound,
	remindRound,
	type NewRound
} from './review-rounds.ts';
import { openSharing } from './sharing.ts';
import { writeAs } from './writing.ts';

const NOTHING = '00000000-0000-4000-8000-000000000000';
const DAY_MS = 86_400_000;

let house: TestHouse;
let researcher: Actor;
let colleague: Actor;
let lector: Actor;
let professional: Actor;
let other: Actor;
let officer: Actor;
let teacher: Actor;
let citizen: Actor;
let student: Actor;
let outsider: Actor;
let study: string;
let part: string;

beforeAll(async () => {
	house = await openTestHouse();
	const { db } = house;
	const twente = await addWerkplaats(db, { slug: 'twente', name: 'Twente' });
	const utrecht = await addWerkplaats(db, { slug: 'utrecht', name: 'Utrecht' });
	researcher = await addMember(db, twente, 'researcher', { name: 'Samira' });
	colleague = await addMember(db, twente, 'researcher', { name: 'Bas' });
	lector = await addMember(db, twente, 'lector', { name: 'Marloes' });
	professional = await addMember(db, twente, 'professional', { name: 'Joost' });
	other = await addMember(db, twente, 'professional', { name: 'Kim' });
	officer = await addMember(db, twente, 'policy_officer', { name: 'Hanneke' });
	teacher = await addMember(db, twente, 'teacher', { name: 'Pim' });
	citizen = await addMember(db, twente, 'citizen', { name: 'Gerda' });
	student = await addMember(db, twente, 'student', { name: 'Emre' });
	outsider = await addMember(db, utrecht, 'researcher', { name: 'Lotte' });
});
afterAll(() => house.close());

const say = (text: string): Content => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text }] }]
});

beforeEach(async () => {
	const { context } = house;
	const document = { werkplaats: 'twente', kind: 'study', title: 'Aanbellen' } as const;
	study = await createDocument(context, researcher, document);
	part = (await openDocument(context, researcher, study)).parts[0]!.id;
	await writeAs(context, researcher, part, say('Zoals het was.'));
});

const inDays = (days: number) => dayOf(new Date(house.context.now().getTime() + days * DAY_MS));

const asking = (given: Partial<NewRound> = {}): NewRound => ({
	...{ people: [professional.id, officer.id], functions: [] },
	...{ questions: ['Herken je dit?', 'Wat mist er?'], message: 'Kijk je mee?', dueOn: inDays(7) },
	...given
});

const begin = (given: Partial<NewRound> = {}) =>
	beginRound(house.context, researcher, part, asking(given));
const open = (actor: Actor, id: string) => openRound(house.context, actor, id);
const answer = (actor: Actor, id: string, first: string) =>
	answerRound(house.context, actor, id, { answers: [first, ''], remarks: '' });

async function invite(person: Actor, level: Level = 'comment') {
	const given = { documentId: study, personId: person.id, level, grantedBy: researcher.id };
	await addGrant(house.db, given);
}

type Happening = { name: string; person: string | null; details: Record<string, unknown> };

async function happened(prefix: string): Promise<Happening[]> {
	const rows = await house.sql<Happening[]>`
		select name, person_id as person, details from event
		where document_id = ${study} order by id`;
	return rows.filter(({ name }) => name.startsWith(prefix)).map((row) => ({ ...row }));
}

describe('a round', () => {
	test('shows who was asked the text as it was, whatever is written after', async () => {
		const id = await begin();
		await writeAs(house.context, researcher, part, say('Zoals het werd.'));
		for (const actor of [professional, officer, researcher, colleague]) {
			const { frozen, questions } = await open(actor, id);
			expect(plainText(frozen!.content)).toContain('Zoals het was.');
			expect(questions).toHaveLength(2);
		}
		expect(await happened('round.')).toEqual(
			[professional, officer].map((asked) => ({
				...{ name: 'round.asked', person: asked.id },
				details: { round: id, part, kind: 'feedback' }
			}))
		);
		expect(house.rings).toContainEqual({ kind: 'review', part });
	});

	test('is nobody else’s: it is not there, and in no list', async () => {
		const id = await begin();
		for (const actor of [teacher, other, student, outsider]) {
			await expect(open(actor, id)).rejects.toThrow(NotFound);
			await expect(answer(actor, id, 'Ik ook')).rejects.toThrow(NotFound);
			await expect(remindRound(house.context, actor, id)).rejects.toThrow(NotFound);
			await expect(closeRound(house.context, actor, id, { name: 'x' })).rejects.toThrow(NotFound);
		}
		expect((await openReviewing(house.context, teacher, study)).rounds).toEqual([]);
		expect((await openReviewing(house.context, officer, study)).rounds).toHaveLength(1);
		await expect(openReviewing(house.context, outsider, study)).rejects.toThrow(NotFound);
	});

	test('is begun by who writes the part, and by nobody else', async () => {
		const { context } = house;
		for (const actor of [professional, officer, teacher]) {
			await expect(beginRound(context, actor, part, asking())).rejects.toThrow(NotAllowed);
		}
		await expect(beginRound(context, outsider, part, asking())).rejects.toThrow(NotFound);
		await expect(beginRound(context, researcher, NOTHING, asking())).rejects.toThrow(NotFound);
		await changeDocument(context, lector, study, { state: 'in_review' });
		await changeDocument(context, lector, study, { state: 'final' });
		await expect(begin()).rejects.toThrow(NotAllowed);
	});

	test('asks only who may read it, and says who may not', async () => {
		const refused = new Invalid({ people: 'asked_may_not_read' });
		await expect(begin({ people: [citizen.id] })).rejects.toThrow(refused);
		await expect(begin({ people: [outsider.id] })).rejects.toThrow(
			new Invalid({ people: 'person_unknown' })
		);
		await expect(begin({ people: [], functions: ['citizen'] })).rejects.toThrow(
			new Invalid({ functions: 'function_may_not_read' })
		);
		await expect(begin({ people: [] })).rejects.toThrow(new Invalid({ people: 'nobody_asked' }));
		const people = await askableOn(house.context, researcher, { document: study, part });
		const named = (mayRead: boolean) =>
			people.filter((one) => one.mayRead === mayRead).map(({ name }) => name);
		expect(named(false)).toEqual(['Emre', 'Gerda']);
		expect(named(true)).not.toContain('Samira');
		await invite(citizen);
		const id = await begin({ people: [citizen.id] });
		expect((await open(citizen, id)).mine).toEqual({ answeredAt: null, signedAt: null });
	});

	test('asks everybody with a function, each once', async () => {
		const id = await begin({ people: [professional.id], functions: ['professional'] });
		const { asked } = await open(researcher, id);
		expect(asked.map(({ person, function: as }) => [person.name, as]).sort()).toEqual([
			['Joost', null],
			['Kim', 'professional']
		]);
	});

	test('is over for who may not read the part any more', async () => {
		await invite(citizen);
		const id = await begin({ people: [citizen.id] });
		const { given } = await openSharing(house.context, researcher, study);
		const grant = given.find(({ personId }) => personId === citizen.id);
		await unshareDocument(house.context, researcher, study, grant!.id);
		await expect(open(citizen, id)).rejects.toThrow(NotFound);
		await expect(answer(citizen, id, 'Nog iets')).rejects.toThrow(NotFound);
	});

	test('takes an answer, and another in its place, until it is closed', async () => {
		const { context } = house;
		const id = await begin();
		await answer(professional, id, 'Ja');
		await answer(professional, id, 'Toch niet');
		const empty = { answers: ['', ''], remarks: '' };
		await expect(answerRound(context, officer, id, empty)).rejects.toThrow(Invalid);
		const seen = await open(researcher, id);
		expect(seen.progress).toEqual({ asked: 2, answered: 1 });
		expect(seen.asked.find(({ person }) => person.id === professional.id)?.answer).toEqual({
			...{ answers: ['Toch niet', ''], remarks: '' }
		});
		await expect(answer(researcher, id, 'Zelf')).rejects.toThrow(NotAllowed);
		await closeRound(context, researcher, id, { name: 'Na feedback' });
		await expect(answer(professional, id, 'Te laat')).rejects.toThrow(new Conflict('round_closed'));
	});

	test('lets who was asked read the others only after it', async () => {
		const id = await begin();
		await answer(professional, id, 'Van Joost');
		const answersFor = async (actor: Actor) =>
			(await open(actor, id)).asked.flatMap(({ answer: said }) => said?.answers[0] ?? []);
		expect(await answersFor(officer)).toEqual([]);
		expect(await answersFor(professional)).toEqual(['Van Joost']);
		expect(await answersFor(colleague)).toEqual(['Van Joost']);
		await closeRound(house.context, colleague, id, { name: 'Na feedback' });
		expect(await answersFor(officer)).toEqual(['Van Joost']);
	});

	test('closes with a version that has a name, and keeps the answers', async () => {
		const id = await begin();
		await answer(professional, id, 'Ja');
		await writeAs(house.context, researcher, part, say('Verwerkt.'));
		const close = (name: string) => closeRound(house.context, researcher, id, { name });
		await expect(close(' ')).rejects.toThrow(new Invalid({ name: 'required' }));
		await close('Na de eerste ronde');
		await expect(close('Nog eens')).rejects.toThrow(new Conflict('round_closed'));
		const { closed, standing, daysLeft, frozen } = await open(officer, id);
		expect([standing, daysLeft, closed?.by?.name]).toEqual(['closed', null, 'Samira']);
		expect(plainText(frozen!.content)).toContain('Zoals het was.');
		const [row] = await house.sql`select name, content from version where id = ${closed!.version}`;
		expect(row).toMatchObject({ name: 'Na de eerste ronde' });
		expect(plainText(row!.content as Content)).toContain('Verwerkt.');
		expect((await happened('round.closed')).map(({ details }) => details)).toEqual([
			{ round: id, part, kind: 'feedback' }
		]);
	});

	test('reminds who did not answer, each at most once a day', async () => {
		const { context } = house;
		const id = await begin();
		await answer(professional, id, 'Ja');
		await expect(remindRound(context, officer, id)).rejects.toThrow(NotAllowed);
		await remindRound(context, researcher, id);
		await expect(remindRound(context, researcher, id)).rejects.toThrow(
			new Conflict('nobody_to_remind')
		);
		expect((await happened('round.reminded')).map(({ person }) => person)).toEqual([officer.id]);
		house.pass(DAY_MS);
		await remindRound(context, researcher, id);
		expect(await happened('round.reminded')).toHaveLength(2);
	});

	test('counts the days that are left, and goes on when they are past', async () => {
		const id = await begin({ dueOn: inDays(2) });
		expect(await open(officer, id)).toMatchObject({ daysLeft: 2, standing: 'open' });
		house.pass(3 * DAY_MS);
		expect(await open(officer, id)).toMatchObject({ daysLeft: -1, standing: 'late' });
		await answer(officer, id, 'Laat, maar toch');
		await expect(begin({ dueOn: inDays(-1) })).rejects.toThrow(new Invalid({ dueOn: 'day_past' }));
	});

	test('is in the bin with its document', async () => {
		const id = await begin();
		await house.sql`update document set deleted_at = now() where id = ${study}`;
		for (const actor of [researcher, officer]) {
			await expect(open(actor, id)).rejects.toThrow(NotFound);
			await expect(answer(actor, id, 'Ja')).rejects.toThrow(NotFound);
		}
	});

	test('on a voice is for who may hear it', async () => {
		const { context } = house;
		const about = { werkplaats: 'twente', kind: 'case', title: 'Apart', blind: true } as const;
		const story = await createDocument(context, professional, about);
		const { parts } = await openDocument(context, professional, story);
		const voice = parts.find(({ perspective }) => perspective === 'professional')!.id;
		const ask = (people: string[]) => beginRound(context, professional, voice, asking({ people }));
		await expect(ask([researcher.id])).rejects.toThrow(
			new Invalid({ people: 'asked_may_not_read' })
		);
		await expect(beginRound(context, lector, voice, asking())).rejects.toThrow(NotFound);
	});
});

describe('a mirror', () => {
	const plan = (days: number) =>
		planMirror(house.context, researcher, study, { plannedFor: inDays(days) });

	test('is planned by who writes the study, one at a time', async () => {
		const { context } = house;
		for (const actor of [teacher, officer]) {
			const planned = planMirror(context, actor, study, { plannedFor: inDays(5) });
			await expect(planned).rejects.toThrow(NotAllowed);
		}
		await plan(5);
		await expect(plan(9)).rejects.toThrow(new Conflict('mirror_planned'));
		const { rounds } = await openReviewing(context, teacher, study);
		expect(rounds).toMatchObject([{ kind: 'mirror', standing: 'planned', daysLeft: 5 }]);
		expect(rounds[0]?.may).toEqual({
			...{ open: false, answer: false, lead: false, sayChanges: false, begin: false, plan: false },
			talk: false
		});
	});

	test('whose day came is told once, and shows that it is late', async () => {
		const { context } = house;
		const id = await plan(2);
		expect(await tellDueMirrors(context)).toBe(0);
		house.pass(2 * DAY_MS);
		const told = await Promise.all([tellDueMirrors(context), tellDueMirrors(context)]);
		expect(told.sort()).toEqual([0, 1]);
		expect(await happened('mirror.due')).toEqual([
			{ name: 'mirror.due', person: researcher.id, details: { round: id, part } }
		]);
		const standing = async () =>
			(await openReviewing(context, teacher, study)).rounds.map((round) => round.standing);
		expect(await standing()).toEqual(['due']);
		house.pass(DAY_MS);
		expect(await standing()).toEqual(['overdue']);
		await replanMirror(context, researcher, id, { plannedFor: inDays(3) });
		expect(await standing()).toEqual(['planned']);
		await expect(replanMirror(context, officer, id, { plannedFor: inDays(4) })).rejects.toThrow(
			NotAllowed
		);
		await replanMirror(context, researcher, id, { plannedFor: null });
		expect(await standing()).toEqual([]);
	});

	test('that is overdue stands at its werkplaats, for who reads the study', async () => {
		const { context } = house;
		const werkplaats = researcher.memberships[0]?.werkplaats ?? '';
		const id = await plan(1);
		const listed = async (actor: Actor) =>
			(await overdueMirrors(context, actor, werkplaats)).filter((one) => one.id === id);
		house.pass(DAY_MS);
		expect(await listed(teacher)).toEqual([]);
		house.pass(DAY_MS);
		const row = { id, documentId: study, title: 'Aanbellen', plannedFor: inDays(-1) };
		expect(await listed(teacher)).toEqual([row]);
		for (const actor of [citizen, student, outsider]) expect(await listed(actor)).toEqual([]);
		await beginMirror(context, researcher, id, asking());
		expect(await listed(teacher)).toEqual([]);
		const next = await plan(0);
		house.pass(DAY_MS);
		await house.sql`update document set deleted_at = now() where id = ${study}`;
		expect(
			(await overdueMirrors(context, researcher, werkplaats)).map((one) => one.id)
		).not.toContain(next);
	});

	test('freezes the text, takes answers, and says what changes to everybody', async () => {
		const { context } = house;
		const id = await plan(0);
		await expect(beginMirror(context, officer, id, asking())).rejects.toThrow(NotAllowed);
		await expect(closeRound(context, researcher, id, { name: 'x' })).rejects.toThrow(
			new Conflict('mirror_not_begun')
		);
		await beginMirror(context, researcher, id, asking());
		await expect(beginMirror(context, researcher, id, asking())).rejects.toThrow(Conflict);
		await answer(officer, id, 'Durf meer');
		await expect(sayWhatChanges(context, officer, id, { words: 'x' })).rejects.toThrow(NotAllowed);
		await sayWhatChanges(context, colleague, id, { words: 'We vragen het eerder.' });
		const seen = await open(teacher, id);
		expect(seen.changes).toMatchObject({ words: 'We vragen het eerder.', by: { name: 'Bas' } });
		expect(seen).toMatchObject({ frozen: null, asked: [], progress: { asked: 2, answered: 1 } });
		await writeAs(context, researcher, part, say('Zoals het werd.'));
		expect(plainText((await open(officer, id)).frozen!.content)).toContain('Zoals het was.');
	});

	test('knows the mirror before it, to compare with', async () => {
		const { context } = house;
		const first = await plan(0);
		await beginMirror(context, researcher, first, asking());
		await closeRound(context, researcher, first, { name: 'Eerste spiegel' });
		house.pass(1000);
		const second = await plan(0);
		const before = (await open(researcher, first)).frozen!.version;
		expect((await open(researcher, first)).before).toBeNull();
		expect((await open(researcher, second)).before).toBe(before);
		expect((await open(teacher, second)).before).toBeNull();
	});
});

describe('a policy text', () => {
	const POLICY = 'Inwoners melden zich bij het loket.\n\nHet loket beslist binnen zes weken.';
	const all: Checked = Object.fromEntries(CHECKLIST.map((item) => [item, 'no']));
	const keep = (actor: Actor = researcher) =>
		keepPolicyText(house.context, actor, study, {
			...{ title: 'Beleidsplan', source: 'Gemeente Oosterveen', address: '', text: POLICY }
		});

	async function review() {
		const policy = await keep();
		const people = [professional.id, teacher.id];
		const input = { people, functions: [], message: '', dueOn: inDays(9) };
		return { policy, id: await beginFriends(house.context, researcher, policy, input) };
	}

	const remark = (actor: Actor, id: string, quote = 'binnen zes weken') =>
		addRemark(house.context, actor, id, { perspective: 'citizen', quote, body: 'Te lang.' });

	async function signed(actor: Actor, id: string) {
		await remark(actor, id);
		await checkPolicy(house.context, actor, id, all);
		await signReview(house.context, actor, id);
	}

	test('is read by who reads the study, and written by nobody', async () => {
		const { context } = house;
		for (const actor of [professional, officer]) {
			await expect(keep(actor)).rejects.toThrow(NotAllowed);
		}
		const policy = await keep();
		for (const actor of [researcher, lector]) {
			await expect(writeAs(context, actor, policy, say('Anders'))).rejects.toThrow(NotAllowed);
			await expect(beginRound(context, actor, policy, asking())).rejects.toThrow(NotAllowed);
		}
		const { policies } = await openReviewing(context, officer, study);
		expect(policies).toMatchObject([{ part: policy, title: 'Beleidsplan' }]);
		const { parts } = await openDocument(context, researcher, study);
		expect(parts.find(({ id }) => id === policy)).toMatchObject({
			...{ kind: 'policy', ability: 'comment' }
		});
		const listed = (await findDocuments(context, researcher)).find(({ id }) => id === study);
		expect(listed?.preview).toContain('Zoals het was.');
	});

	test('has a mark that tells that it is the same, the same text the same', async () => {
		const one = await review();
		const two = await review();
		const markOf = async (id: string) => (await open(officer, id)).policy?.sha256;
		expect(await markOf(one.id)).toMatch(/^[0-9a-f]{64}$/);
		expect(await markOf(two.id)).toBe(await markOf(one.id));
	});

	test('is quoted as it stands there, and nothing that does not', async () => {
		const { id } = await review();
		await remark(professional, id);
		await remark(professional, id, '');
		await expect(remark(professional, id, 'binnen twee weken')).rejects.toThrow(
			new Invalid({ quote: 'quote_unknown' })
		);
		const { policy } = await open(professional, id);
		expect(policy?.remarks.map(({ quote }) => quote)).toEqual(['binnen zes weken', null]);
		expect(policy?.coverage.map(({ remarks }) => remarks)).toEqual([2, 0, 0]);
	});

	test('is reviewed by who was asked, unseen until they sign', async () => {
		const { context } = house;
		const { id } = await review();
		for (const actor of [officer, researcher]) {
			await expect(remark(actor, id)).rejects.toThrow(NotAllowed);
			await expect(signReview(context, actor, id)).rejects.toThrow(NotAllowed);
		}
		await expect(remark(outsider, id)).rejects.toThrow(NotFound);
		const first = await remark(professional, id);
		for (const actor of [researcher, teacher, officer]) {
			expect((await open(actor, id)).policy?.remarks).toEqual([]);
		}
		await expect(removeRemark(context, teacher, id, first)).rejects.toThrow(NotFound);
		await removeRemark(context, professional, id, first);
		await expect(signReview(context, professional, id)).rejects.toThrow(
			new Conflict('checklist_open')
		);
		await checkPolicy(context, professional, id, all);
		await expect(signReview(context, professional, id)).rejects.toThrow(
			new Conflict('nothing_to_sign')
		);
		await signed(professional, id);
		const { policy } = await open(officer, id);
		expect(policy?.remarks).toMatchObject([{ by: { name: 'Joost' }, isDraft: false }]);
		expect(policy?.reviews).toMatchObject([{ signedAs: 'professional', checked: all }]);
		expect(await happened('critical_friend.')).toMatchObject([{ name: 'critical_friend.signed' }]);
	});

	test('has reviews in which nothing changes once they are signed', async () => {
		const { context } = house;
		const { id } = await review();
		await signed(professional, id);
		const [kept] = (await open(professional, id)).policy!.remarks;
		const late = [
			() => remark(professional, id),
			() => removeRemark(context, professional, id, kept!.id),
			() => checkPolicy(context, professional, id, { burden: 'yes' }),
			() => signReview(context, professional, id)
		];
		for (const attempt of late) {
			await expect(attempt()).rejects.toThrow(new Conflict('review_signed'));
		}
		expect((await open(professional, id)).may.answer).toBe(false);
		// A colleague goes on.
		await remark(teacher, id);
	});

	test('is answered by the municipality, to a remark and to the whole', async () => {
		const { context } = house;
		const { id } = await review();
		const reply = (actor: Actor, remarkId: string | null, words = 'We kijken ernaar.') =>
			replyAsMunicipality(context, actor, id, { remark: remarkId, words });
		await expect(reply(officer, null)).rejects.toThrow(new Conflict('nothing_signed'));
		const draft = await remark(teacher, id);
		await signed(professional, id);
		await expect(reply(officer, draft)).rejects.toThrow(NotFound);
		for (const actor of [researcher, lector, professional]) {
			await expect(reply(actor, null)).rejects.toThrow(NotAllowed);
		}
		const [said] = (await open(officer, id)).policy!.remarks;
		await reply(officer, said!.id, 'Zes weken is de wet.');
		await reply(officer, null);
		const { policy } = await open(teacher, id);
		expect(policy?.reply).toMatchObject({ words: 'We kijken ernaar.', by: { name: 'Hanneke' } });
		const answered = policy?.remarks.find(({ id: of }) => of === said!.id);
		expect(answered?.reply).toMatchObject({ words: 'Zes weken is de wet.' });
		await reply(officer, null, 'We kijken er nog eens naar.');
		const told = (await happened('critical_friend.re')).map(({ name, person }) => [name, person]);
		expect(told).toEqual([
			['critical_friend.remark_replied', professional.id],
			['critical_friend.replied', null],
			['critical_friend.reply_changed', null]
		]);
		const second = await addMember(house.db, officer.memberships[0]!.werkplaats, 'policy_officer');
		await expect(reply(second, null)).rejects.toThrow(new Conflict('reply_of_another'));
		await closeRound(context, researcher, id, { name: '' });
		await expect(reply(officer, null)).rejects.toThrow(new Conflict('round_closed'));
		await expect(remark(teacher, id)).rejects.toThrow(new Conflict('round_closed'));
	});
});

describe('a request to change what was found', () => {
	const request = {
		...{ who: 'W. Bos', organisation: 'Gemeente Oosterveen', what: 'Schrap het loket.' },
		concern: 'asked_me'
	} as const;
	const log = (actor: Actor, concern: 'i_asked' | 'asked_me' | 'asked_others' = 'asked_me') =>
		logRequest(house.context, actor, study, { ...request, concern, askedOn: inDays(-1) });
	const shown = async (actor: Actor) =>
		(await openReviewing(house.context, actor, study)).requests ?? [];

	test('is logged by who comments on the study and whom it concerns', async () => {
		await log(professional);
		await log(officer, 'i_asked');
		await expect(log(officer, 'asked_others')).rejects.toThrow(NotAllowed);
		await log(lector, 'asked_others');
		await expect(log(outsider)).rejects.toThrow(NotFound);
		await expect(log(student)).rejects.toThrow(NotFound);
		await invite(citizen, 'view');
		await expect(log(citizen)).rejects.toThrow(NotAllowed);
		expect(await shown(citizen)).toHaveLength(3);
		expect(await happened('findings.')).toMatchObject([
			...[1, 2, 3].map(() => ({ name: 'findings.change_requested' }))
		]);
	});

	test('stays, with every answer, in a study that is published', async () => {
		const { context } = house;
		const id = await log(professional);
		const answered = (actor: Actor, words: string) =>
			answerRequest(context, actor, { documentId: study, request: id, words });
		await expect(answered(officer, 'Nee')).rejects.toThrow(NotAllowed);
		await expect(
			answerRequest(context, researcher, { documentId: study, request: NOTHING, words: 'x' })
		).rejects.toThrow(NotFound);
		await answered(researcher, 'Nee, want dit zeiden mensen.');
		for (const state of ['in_review', 'final', 'published'] as const) {
			await changeDocument(context, lector, study, { state });
		}
		house.pass(1000);
		await answered(researcher, 'We schreven uw reactie erbij.');
		await log(officer, 'i_asked');
		const all = await shown(outsider);
		expect(all).toHaveLength(2);
		const words = all.flatMap(({ answers }) => answers.map((said) => said.words));
		expect(words).toEqual(['Nee, want dit zeiden mensen.', 'We schreven uw reactie erbij.']);
	});
});
