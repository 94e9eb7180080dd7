import { afterAll, describe, expect, test } from 'vitest';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { addGrant, addMember, addMembership, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { openAgenda, standingInAgenda } from './agenda.ts';
import { binDocument } from './bin.ts';
import { actorOf } from './credentials.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, openDocument } from './documents.ts';
import { giveDot, takeDot } from './dots.ts';
import { curateQuestion, type Curation } from './questions.ts';
import { relate } from './relations.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

/** A werkplaats of its own for a test, with somebody of each kind. */
async function aWerkplaats() {
	const id = await addWerkplaats(db);
	const [coordinator, lector, researcher, citizen, student] = await Promise.all(
		(['coordinator', 'lector', 'researcher', 'citizen', 'student'] as const).map((as) =>
			addMember(db, id, as, { name: `A ${as}` })
		)
	);
	return {
		...{ id, coordinator: coordinator!, lector: lector!, researcher: researcher! },
		...{ citizen: citizen!, student: student! }
	};
}

const ask = (actor: Actor, werkplaats: string, title: string) =>
	createDocument(context, actor, { werkplaats, kind: 'question', title });
const decide = (actor: Actor, id: string, given: Partial<Curation>) =>
	curateQuestion(context, actor, id, {
		...{ decision: 'clarified', type: null, cluster: '', mergedInto: null, reason: '' },
		...given
	});
const titles = async (actor: Actor, werkplaats: string) =>
	(await openAgenda(context, actor, werkplaats)).questions.map((question) => question.title);
const find = async (actor: Actor, werkplaats: string, id: string) =>
	(await openAgenda(context, actor, werkplaats)).questions.find((each) => each.id === id);

describe('asking', () => {
	test('everybody in a werkplaats may, as the party that they are now', async () => {
		const { id, citizen, coordinator } = await aWerkplaats();
		const asked = await ask(citizen, id, 'Wie belt er terug?');
		const [question] = (await openAgenda(context, citizen, id)).questions;
		expect(question).toMatchObject({
			...{ id: asked, standing: 'new', party: 'citizens', askerName: 'A citizen' },
			...{ viaLink: false, mayCurate: false, answers: [] }
		});
		await ask(coordinator, id, 'Wat vragen anderen?');
		const found = (await openAgenda(context, coordinator, id)).questions;
		expect(found.map(({ party }) => party)).toEqual(['citizens', null]);
	});

	test('who looks on for the network reads it, and asks and weighs nothing', async () => {
		const { id, citizen } = await aWerkplaats();
		const question = await ask(citizen, id, 'Leest het land mee?');
		const national = await addMember(db, null, 'national');
		const agenda = await openAgenda(context, national, id);
		expect(agenda.questions.map((each) => each.id)).toEqual([question]);
		expect(agenda).toMatchObject({ left: null, abilities: { ask: false, manage: false } });
		await expect(ask(national, id, 'Mag dit?')).rejects.toThrow(NotAllowed);
		await expect(giveDot(context, national, question)).rejects.toThrow(NotAllowed);
	});
});

describe('access', () => {
	test('a person of another werkplaats sees no question there, and cannot weigh one', async () => {
		const { id, citizen } = await aWerkplaats();
		const question = await ask(citizen, id, 'Van ons alleen');
		for (const as of ['coordinator', 'researcher', 'citizen'] as const) {
			const outsider = await addMember(db, await addWerkplaats(db), as);
			expect(await openAgenda(context, outsider, id)).toMatchObject({ questions: [], left: null });
			await expect(giveDot(context, outsider, question)).rejects.toThrow(NotFound);
			await expect(takeDot(context, outsider, question)).rejects.toThrow(NotFound);
			await expect(decide(outsider, question, {})).rejects.toThrow(NotFound);
		}
	});

	test('a guest finds no agenda, and no question even when it was given', async () => {
		const { id, citizen } = await aWerkplaats();
		const question = await ask(citizen, id, 'Niet voor gasten');
		const guest = await addMember(db, id, 'guest');
		const given = { documentId: question, grantedBy: citizen.id, level: 'manage' } as const;
		await addGrant(db, { ...given, personId: guest.id });
		await expect(openAgenda(context, guest, id)).rejects.toThrow(NotFound);
		await expect(openDocument(context, guest, question)).rejects.toThrow(NotFound);
		await expect(giveDot(context, guest, question)).rejects.toThrow(NotFound);
		await expect(ask(guest, id, 'Mag een gast dit?')).rejects.toThrow();
	});

	test('what is open to the network is read elsewhere, and still weighed only here', async () => {
		const { id, citizen } = await aWerkplaats();
		const question = await ask(citizen, id, 'Voor iedereen');
		await changeDocument(context, citizen, question, { sensitivity: 'open' });
		const neighbour = await addMember(db, await addWerkplaats(db), 'researcher');
		expect(await titles(neighbour, id)).toEqual(['Voor iedereen']);
		await expect(giveDot(context, neighbour, question)).rejects.toThrow(NotAllowed);
	});

	test('only who manages questions by their function decides on one, not who asked it', async () => {
		const { id, citizen, researcher, lector } = await aWerkplaats();
		const question = await ask(citizen, id, 'Van wie is dit?');
		await expect(decide(citizen, question, {})).rejects.toThrow(NotAllowed);
		await expect(decide(researcher, question, {})).rejects.toThrow(NotAllowed);
		await decide(lector, question, { cluster: '  Geld   en schuld ', type: 'act' });
		expect(await find(citizen, id, question)).toMatchObject({
			...{ standing: 'clarified', cluster: 'Geld en schuld', type: 'act' }
		});
	});
});

describe('dots', () => {
	test('are three at most, come back when taken, and one for each question', async () => {
		const { id, citizen } = await aWerkplaats();
		const ids = await Promise.all(['a', 'b', 'c', 'd'].map((title) => ask(citizen, id, title)));
		const [a, b, c, d] = ids as [string, string, string, string];
		for (const each of [a, a, b, c]) await giveDot(context, citizen, each);
		expect((await openAgenda(context, citizen, id)).left).toBe(0);
		await expect(giveDot(context, citizen, d)).rejects.toThrow('no_dots_left');
		await takeDot(context, citizen, a);
		await giveDot(context, citizen, d);
		const agenda = await openAgenda(context, citizen, id);
		expect(agenda.questions.filter((each) => each.given).map((each) => each.title)).toEqual(
			expect.arrayContaining(['b', 'c', 'd'])
		);
		expect(agenda.left).toBe(0);
	});

	test('are three at most, also when they are given at the same moment', async () => {
		const { id, student } = await aWerkplaats();
		const ids = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((t) => ask(student, id, t)));
		const given = await Promise.allSettled(ids.map((each) => giveDot(context, student, each)));
		expect(given.filter((each) => each.status === 'fulfilled')).toHaveLength(3);
		expect((await openAgenda(context, student, id)).left).toBe(0);
	});

	test('weigh the same for each party, and order the agenda', async () => {
		const { id, citizen, researcher, lector, student } = await aWerkplaats();
		const theirs = await ask(researcher, id, 'Van onderzoek');
		const ours = await ask(citizen, id, 'Van inwoners');
		for (const actor of [researcher, lector]) await giveDot(context, actor, theirs);
		await giveDot(context, citizen, ours);
		await giveDot(context, student, ours);
		const { questions } = await openAgenda(context, lector, id);
		expect(questions.map(({ title, score, parties }) => ({ title, score, parties }))).toEqual([
			{ title: 'Van inwoners', score: 2, parties: ['citizens', 'education'] },
			{ title: 'Van onderzoek', score: 1, parties: ['research'] }
		]);
	});

	test('of who takes part no longer weigh nothing', async () => {
		const { id, citizen, lector } = await aWerkplaats();
		const question = await ask(lector, id, 'Wie is er nog?');
		await giveDot(context, citizen, question);
		await house.sql`update membership set until = ${context.now()} where person_id = ${citizen.id}`;
		expect((await find(lector, id, question))?.parties).toEqual([]);
	});

	test('are not for who only coordinates', async () => {
		const { id, coordinator } = await aWerkplaats();
		const question = await ask(coordinator, id, 'Zonder stem');
		expect((await openAgenda(context, coordinator, id)).left).toBeNull();
		await expect(giveDot(context, coordinator, question)).rejects.toThrow(NotAllowed);
		await addMembership(db, { personId: coordinator.id, werkplaatsId: id, function: 'lector' });
		const both = await actorOf(context, coordinator, context.now());
		await giveDot(context, both, question);
		expect((await find(both, id, question))?.parties).toEqual(['research']);
	});

	test('on what one may not see any more come back', async () => {
		const { id, citizen, lector } = await aWerkplaats();
		const ids = await Promise.all(['a', 'b', 'c', 'd'].map((title) => ask(lector, id, title)));
		for (const each of ids.slice(0, 3)) await giveDot(context, citizen, each);
		await changeDocument(context, lector, ids[0]!, { sensitivity: 'restricted' });
		expect((await openAgenda(context, citizen, id)).left).toBe(1);
		await giveDot(context, citizen, ids[3]!);
		expect((await openAgenda(context, citizen, id)).left).toBe(0);
	});
});

describe('doubles', () => {
	test('take their dots along, once for each person, and one takes back both at once', async () => {
		const { id, citizen, student, lector } = await aWerkplaats();
		const [one, double] = [await ask(citizen, id, 'Eén'), await ask(student, id, 'Dubbel')];
		await giveDot(context, citizen, one);
		await giveDot(context, citizen, double);
		await giveDot(context, student, double);
		await decide(lector, double, { decision: 'merged', mergedInto: one });
		const agenda = await openAgenda(context, citizen, id);
		expect(agenda.left).toBe(2);
		const [lead, merged] = agenda.questions;
		expect(lead).toMatchObject({ id: one, score: 2, parties: ['citizens', 'education'] });
		expect(merged).toMatchObject({
			...{ id: double, standing: 'merged', score: 0, given: false },
			lead: { id: one, title: 'Eén' }
		});
		await expect(giveDot(context, citizen, double)).rejects.toThrow('question_closed');
		await takeDot(context, citizen, one);
		expect(await openAgenda(context, citizen, id)).toMatchObject({ left: 3 });
		expect((await find(citizen, id, one))?.parties).toEqual(['education']);
	});

	test('go into a question of the same agenda, and never round', async () => {
		const { id, lector } = await aWerkplaats();
		const other = await aWerkplaats();
		const [a, b] = [await ask(lector, id, 'a'), await ask(lector, id, 'b')];
		const foreign = await ask(other.lector, other.id, 'elders');
		const into = (question: string, mergedInto: string) =>
			decide(lector, question, { decision: 'merged', mergedInto });
		await expect(into(a, foreign)).rejects.toMatchObject({ fields: { mergedInto: 'unknown' } });
		await into(a, b);
		await expect(into(b, a)).rejects.toMatchObject({ fields: { mergedInto: 'merge_circle' } });
		await decide(lector, a, { decision: 'dropped', reason: 'Hoort bij de gemeente.' });
		expect(await find(lector, id, a)).toMatchObject({
			...{ standing: 'dropped', lead: null, reason: 'Hoort bij de gemeente.' }
		});
		await expect(decide(lector, a, { decision: 'dropped' })).rejects.toMatchObject({
			fields: { reason: 'required' }
		});
	});
});

describe('what takes up and answers a question', () => {
	test('changes where it stands by itself, and is named to who may see it', async () => {
		const { id, citizen, lector } = await aWerkplaats();
		const question = await ask(citizen, id, 'Wat helpt?');
		await giveDot(context, citizen, question);
		const study = await createDocument(context, lector, {
			...{ werkplaats: id, kind: 'study', title: 'Geheime studie' }
		});
		const standing = async () => (await find(citizen, id, question))?.standing;
		await relate(context, lector, study, { to: question, type: 'answers' });
		expect(await standing()).toBe('taken_up');
		expect((await find(lector, id, question))?.answers).toMatchObject([
			{ title: 'Geheime studie' }
		]);
		const seen = await openAgenda(context, citizen, id);
		expect(JSON.stringify(seen)).not.toContain('Geheime studie');
		for (const state of ['in_review', 'final'] as const) {
			await changeDocument(context, lector, study, { state });
		}
		expect(await standing()).toBe('answered');
		expect((await openAgenda(context, citizen, id)).left).toBe(3);
		await binDocument(context, lector, study);
		expect(await standing()).toBe('new');
		const document = await openDocument(context, citizen, question);
		expect(await standingInAgenda(context, citizen, document)).toMatchObject({
			...{ standing: 'new', party: 'citizens', mayOpen: true }
		});
	});

	test('closes a loop when a new question comes of it, counted in what one may see', async () => {
		const { id, lector, student } = await aWerkplaats();
		const begin = (kind: 'study' | 'assignment' | 'case', title: string) =>
			createDocument(context, lector, { werkplaats: id, kind, title });
		const first = await ask(lector, id, 'Eerst');
		const then = await ask(lector, id, 'Daarna');
		const study = await begin('study', 'Studie');
		const assignment = await begin('assignment', 'Opdracht');
		const practice = await begin('case', 'Casus');
		await relate(context, lector, study, { to: first, type: 'answers' });
		await relate(context, lector, assignment, { to: study, type: 'uses' });
		await relate(context, lector, assignment, { to: practice, type: 'leads_to' });
		expect((await openAgenda(context, lector, id)).loops).toBe(0);
		await relate(context, lector, then, { to: practice, type: 'comes_from' });
		expect((await openAgenda(context, lector, id)).loops).toBe(1);
		// A student does not see the study.
		expect((await openAgenda(context, student, id)).loops).toBe(0);
	});
});
