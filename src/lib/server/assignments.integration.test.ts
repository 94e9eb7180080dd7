import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_DESIGN, type AssignmentDesign, type Step } from '#domain/assignments.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { FORMATS } from '#domain/formats/formats.ts';
import { addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { openDesign, replaceDesign } from './assignments.ts';
import { binDocument } from './bin.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, openDocument } from './documents.ts';
import { addRound, beginWithFormat, changeRound, moveRound, removeRound } from './rounds.ts';
import { addCriterion, askForFeedback, moveCriterion, removeCriterion } from './rubric.ts';

let house: TestHouse;
let teacher: Actor;
let colleague: Actor;
let student: Actor;
let elsewhere: Actor;

beforeAll(async () => {
	house = await openTestHouse();
	const here = await addWerkplaats(house.db, { slug: 'here' });
	const there = await addWerkplaats(house.db);
	teacher = await addMember(house.db, here, 'teacher');
	colleague = await addMember(house.db, here, 'researcher');
	student = await addMember(house.db, here, 'student');
	elsewhere = await addMember(house.db, there, 'teacher');
});
afterAll(() => house.close());

const STEP: Step = {
	...{ title: 'Vragen', task: 'Vraag door.', minutes: 10, speaker: '' },
	...{ turn: 'everybody', outcome: 'Antwoorden', not: '' }
};
const DESIGN: AssignmentDesign = {
	steps: [STEP, { ...STEP, title: 'Advies', not: 'geen vragen' }],
	rubric: [{ title: 'Luistert', levels: ['nog niet', 'altijd'] }],
	questions: ['Wat viel op?']
};

async function begin(): Promise<string> {
	const input = { werkplaats: 'here', kind: 'assignment', title: 'Tien minuten' } as const;
	return createDocument(house.context, teacher, input);
}

async function designed(): Promise<string> {
	const id = await begin();
	await replaceDesign(house.context, teacher, id, DESIGN);
	return id;
}

const titles = async (id: string) =>
	(await openDesign(house.context, teacher, id)).steps.map(({ title }) => title);

test('until somebody fills it in, an assignment has no rounds, rubric or questions', async () => {
	expect(await openDesign(house.context, student, await begin())).toEqual(NO_DESIGN);
});

test('what is filled in is kept trimmed, recorded without its words, and told to open pages', async () => {
	const { context, sql, rings } = house;
	const id = await begin();
	rings.splice(0);
	const typed = { ...DESIGN, questions: [' Wat viel op? ', ''] };
	await replaceDesign(context, colleague, id, typed);
	expect(await openDesign(context, student, id)).toEqual(DESIGN);
	expect(rings).toContainEqual({ kind: 'document', document: id });
	const events = await sql`select actor_id, details from event
		where document_id = ${id} and name = 'assignment.designed'`;
	expect(events).toEqual([
		{ actor_id: colleague.id, details: { steps: 2, criteria: 1, questions: 1 } }
	]);
});

test('who only reads an assignment reads its design and changes nothing; to others it is not there', async () => {
	const { context } = house;
	const id = await designed();
	expect(await openDesign(context, student, id)).toEqual(DESIGN);
	await expect(replaceDesign(context, student, id, NO_DESIGN)).rejects.toThrow(NotAllowed);
	await expect(openDesign(context, elsewhere, id)).rejects.toThrow(NotFound);
	await expect(replaceDesign(context, elsewhere, id, NO_DESIGN)).rejects.toThrow(NotFound);
	await changeDocument(context, teacher, id, { sensitivity: 'open' });
	expect(await openDesign(context, elsewhere, id)).toEqual(DESIGN);
	await expect(replaceDesign(context, elsewhere, id, NO_DESIGN)).rejects.toThrow(NotAllowed);
	expect(await openDesign(context, teacher, id)).toEqual(DESIGN);
});

test('it stands still with the text, and is gone in the bin', async () => {
	const { context } = house;
	const id = await designed();
	await changeDocument(context, teacher, id, { state: 'in_review' });
	await changeDocument(context, teacher, id, { state: 'final' });
	await expect(addRound(context, teacher, id, STEP)).rejects.toThrow(NotAllowed);
	expect(await openDesign(context, student, id)).toEqual(DESIGN);
	await binDocument(context, teacher, id);
	await expect(openDesign(context, teacher, id)).rejects.toThrow(NotFound);
	await expect(openDesign(context, student, id)).rejects.toThrow(NotFound);
});

test('nothing but an assignment has one', async () => {
	const study = await createDocument(house.context, colleague, {
		...{ werkplaats: 'here', kind: 'study', title: 'Een studie' }
	});
	await expect(openDesign(house.context, colleague, study)).rejects.toThrow(NotFound);
	const change = replaceDesign(house.context, colleague, study, DESIGN);
	await expect(change).rejects.toThrow(NotAllowed);
});

test('rounds are added, changed, moved and taken away, one at a time', async () => {
	const { context } = house;
	const id = await designed();
	await addRound(context, teacher, id, { ...STEP, title: 'Terugblik' });
	expect(await titles(id)).toEqual(['Vragen', 'Advies', 'Terugblik']);
	await moveRound(context, teacher, id, { seen: { at: 2, named: 'Terugblik' }, by: -1 });
	await changeRound(context, teacher, id, {
		...{ ...STEP, title: 'Doorvragen', seen: { at: 0, named: 'Vragen' } }
	});
	expect(await titles(id)).toEqual(['Doorvragen', 'Terugblik', 'Advies']);
	await removeRound(context, teacher, id, { at: 2, named: 'Advies' });
	expect(await titles(id)).toEqual(['Doorvragen', 'Terugblik']);
	const stale = removeRound(context, teacher, id, { at: 0, named: 'Vragen' });
	await expect(stale).rejects.toThrow(Conflict);
	await expect(addRound(context, teacher, id, { ...STEP, minutes: 0 })).rejects.toThrow(Invalid);
	expect(await titles(id)).toEqual(['Doorvragen', 'Terugblik']);
});

test('two who add a round at once both have one, and not more than fit', async () => {
	const { context } = house;
	const id = await begin();
	const many = Array.from({ length: 14 }, (_, nth) =>
		addRound(context, nth % 2 ? teacher : colleague, id, { ...STEP, title: `Ronde ${nth}` })
	);
	const done = await Promise.allSettled(many);
	expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(12);
	expect(new Set(await titles(id)).size).toBe(12);
});

test('a conversation format gives its rounds, and takes others away only when that was said', async () => {
	const { context } = house;
	const id = await begin();
	await beginWithFormat(context, teacher, id, { format: 'gossip', replace: false });
	expect((await openDesign(context, student, id)).steps).toEqual(FORMATS.gossip);
	const unsaid = beginWithFormat(context, teacher, id, { format: 'dilemma', replace: false });
	await expect(unsaid).rejects.toMatchObject({ fields: { replace: 'replaces_rounds' } });
	expect((await openDesign(context, student, id)).steps).toEqual(FORMATS.gossip);
	await addCriterion(context, teacher, id, { title: 'Luistert', levels: ['nee', 'ja'] });
	await beginWithFormat(context, teacher, id, { format: 'dilemma', replace: true });
	const { steps, rubric } = await openDesign(context, student, id);
	expect(steps).toEqual(FORMATS.dilemma);
	expect(rubric).toHaveLength(1);
});

test('a rubric and questions for feedback go the same way', async () => {
	const { context } = house;
	const id = await designed();
	await addCriterion(context, teacher, id, { title: 'Vraagt door', levels: ['nee', '', 'ja'] });
	await moveCriterion(context, teacher, id, { seen: { at: 1, named: 'Vraagt door' }, by: -1 });
	await removeCriterion(context, teacher, id, { at: 1, named: 'Luistert' });
	await askForFeedback(context, teacher, id, ['Wat neem je mee?', ' ']);
	expect(await openDesign(context, student, id)).toEqual({
		...{ steps: DESIGN.steps, rubric: [{ title: 'Vraagt door', levels: ['nee', 'ja'] }] },
		questions: ['Wat neem je mee?']
	});
});

test('a text of its own begins with the guide’s sheet beside it', async () => {
	const { parts } = await openDocument(house.context, teacher, await begin());
	expect(parts.map(({ kind }) => kind)).toEqual(['text', 'guide']);
});
