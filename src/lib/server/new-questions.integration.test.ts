import { afterAll, describe, expect, test } from 'vitest';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import { addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { openAgenda } from './agenda.ts';
import { binDocument } from './bin.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, openDocument } from './documents.ts';
import { shareDocument } from './grants.ts';
import { askFrom, newQuestions } from './new-questions.ts';
import { readTexts } from './parts.ts';
import { curateQuestion } from './questions.ts';
import { listRelations } from './relations.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const here = await addWerkplaats(db);
const researcher = await addMember(db, here, 'researcher', { name: 'Samira' });
const lector = await addMember(db, here, 'lector');
const coordinator = await addMember(db, here, 'coordinator');
const citizen = await addMember(db, here, 'citizen', { name: 'Gerda' });
const national = await addMember(db, null, 'national');
const outsider = await addMember(db, await addWerkplaats(db), 'researcher');

const begin = (kind: Kind, sensitivity: Sensitivity = 'werkplaats') =>
	createDocument(context, researcher, { werkplaats: here, kind, title: 'Aanbellen', sensitivity });
const ask = (by: Actor, from: string, title = 'Wie komt er ’s avonds?', words = '') =>
	askFrom(context, by, from, { title, words });
const share = (id: string, to: Actor, level: 'view' | 'comment' = 'comment') =>
	shareDocument(context, researcher, id, { person: to.id, level });

async function cameUpIn(id: string, by: Actor) {
	const { werkplaats, kind, state, sensitivity } = await openDocument(context, by, id);
	const place = { kind, state, sensitivity, werkplaats: werkplaats.id };
	return newQuestions(context, by, place, await listRelations(context, by, id));
}

describe('a question that comes up in a study', () => {
	test('is on the agenda of its werkplaats with those words, from there, as the asker’s party', async () => {
		const study = await begin('study');
		const words = 'De stilte komt na het journaal.\nBezoek komt overdag.';
		const id = await ask(researcher, study, '  Wie komt er\n’s avonds? ', words);
		const { questions } = await openAgenda(context, citizen, here);
		const entry = questions.find((each) => each.id === id);
		expect(entry).toMatchObject({
			...{ title: 'Wie komt er ’s avonds?', standing: 'new', party: 'research' },
			...{ askerName: 'Samira', answers: [] },
			// A citizen reads no study by being one.
			origins: []
		});
		const seen = await openAgenda(context, lector, here);
		expect(seen.questions.find((each) => each.id === id)?.origins).toMatchObject([{ id: study }]);
		const { parts } = await openDocument(context, citizen, id);
		const text = JSON.stringify([...(await readTexts(context, parts)).values()]);
		expect(text).toContain('De stilte komt na het journaal.');
		expect(await cameUpIn(study, researcher)).toEqual({
			questions: [
				{ id, title: entry!.title, standing: 'new', askerName: 'Samira', party: 'research' }
			],
			mayAsk: true
		});
	});

	test('is led to by the study when its writer asks, and comes from it when a reader does', async () => {
		const study = await begin('study');
		await share(study, citizen);
		const [led, came] = [await ask(researcher, study), await ask(citizen, study)];
		const relations = await listRelations(context, researcher, study);
		expect(
			relations.map(({ type, direction, document }) => [type, direction, document.id])
		).toEqual([
			['leads_to', 'to', led],
			['comes_from', 'from', came]
		]);
		const found = await cameUpIn(study, citizen);
		expect(found?.questions.map((each) => [each.id, each.party])).toEqual([
			[led, 'research'],
			[came, 'citizens']
		]);
	});

	test('needs a sentence, and not more words than fit on a screen', async () => {
		const study = await begin('study');
		await expect(ask(researcher, study, ' ')).rejects.toMatchObject({
			fields: { title: 'required' }
		});
		await expect(ask(researcher, study, 'Wie?', 'x'.repeat(2001))).rejects.toThrow(Invalid);
		expect((await cameUpIn(study, researcher))?.questions).toEqual([]);
	});
});

describe('who may not', () => {
	test('see the study hears the same as of one that is not there', async () => {
		const study = await begin('study');
		await expect(ask(outsider, study)).rejects.toThrow(NotFound);
		await expect(ask(citizen, study)).rejects.toThrow(NotFound);
		await expect(ask(researcher, '00000000-0000-4000-8000-000000000000')).rejects.toThrow(NotFound);
		await binDocument(context, researcher, study);
		await expect(ask(researcher, study)).rejects.toThrow(NotFound);
	});

	test('ask here puts nothing on the agenda, though they read the study', async () => {
		const study = await begin('study', 'open');
		for (const reader of [national, outsider]) {
			await expect(ask(reader, study)).rejects.toThrow(NotAllowed);
			expect((await cameUpIn(study, reader))?.mayAsk).toBe(false);
		}
	});

	test('hear of what few may read: a question from there begins restricted too', async () => {
		const study = await begin('study', 'restricted');
		const id = await ask(researcher, study);
		await expect(openDocument(context, citizen, id)).rejects.toThrow(NotFound);
		expect((await openDocument(context, lector, id)).sensitivity).toBe('restricted');
	});

	test('take anything out of a vault', async () => {
		const study = await begin('study', 'vault');
		await expect(ask(researcher, study)).rejects.toThrow(new Conflict('question_from_vault'));
		expect((await cameUpIn(study, researcher))?.mayAsk).toBe(false);
	});
});

const clear = (by: Actor, id: string) =>
	curateQuestion(context, by, id, {
		...{ decision: 'clarified', type: null, cluster: '', mergedInto: null, reason: '' }
	});

describe('from a case that is not final', () => {
	test('a question is for editors first, and for the werkplaats once they call it clear', async () => {
		const story = await begin('case');
		const id = await ask(researcher, story, 'Waarom belde niemand mevrouw D.?', 'Zij viel.');
		await expect(openDocument(context, citizen, id)).rejects.toThrow(NotFound);
		const asCitizen = await openAgenda(context, citizen, here);
		expect(asCitizen.questions.map((each) => each.id)).not.toContain(id);
		const { questions } = await openAgenda(context, coordinator, here);
		expect(questions.find((each) => each.id === id)).toMatchObject({
			...{ sensitivity: 'restricted', opensWhenClear: true, mayCurate: true }
		});
		await clear(coordinator, id);
		expect((await openDocument(context, citizen, id)).sensitivity).toBe('werkplaats');
		// Who restricts it after that means something else.
		await changeDocument(context, researcher, id, { sensitivity: 'restricted' });
		await clear(coordinator, id);
		await expect(openDocument(context, citizen, id)).rejects.toThrow(NotFound);
	});

	test('it stays for few when the case was for few', async () => {
		const story = await begin('case', 'restricted');
		const id = await ask(researcher, story);
		await clear(coordinator, id);
		await expect(openDocument(context, citizen, id)).rejects.toThrow(NotFound);
	});
});

test('from a case that is final a question is for the werkplaats at once', async () => {
	const story = await begin('case');
	await house.sql`update document set state = 'final' where id = ${story}`;
	const id = await ask(researcher, story);
	expect((await openDocument(context, citizen, id)).sensitivity).toBe('werkplaats');
});

test('questions come up in a case too, and in no assignment', async () => {
	const story = await begin('case');
	const id = await ask(researcher, story);
	expect((await cameUpIn(story, researcher))?.questions.map((each) => each.id)).toEqual([id]);
	const assignment = await begin('assignment');
	await expect(ask(researcher, assignment)).rejects.toThrow(NotAllowed);
	expect(await cameUpIn(assignment, researcher)).toBeNull();
});
