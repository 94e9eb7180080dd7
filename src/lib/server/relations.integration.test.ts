import { afterAll, beforeAll, expect, test } from 'vitest';
import { Conflict, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { addDocument, addGrant, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { binDocument } from './bin.ts';
import { documentMeant } from './document-meant.ts';
import { listRelations, relate, unrelate } from './relations.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const here = await addWerkplaats(db);
const lector = await addMember(db, here, 'lector', { name: 'Lector' });
const student = await addMember(db, here, 'student');
const outsider = await addMember(db, await addWerkplaats(db), 'lector');
const guest = await addMember(db, here, 'guest');

let study: string;
let practice: string;
beforeAll(async () => {
	study = await aDocument('study', 'Geheime studie');
	practice = await aDocument('case', 'Een casus');
});

async function aDocument(kind: 'study' | 'case' | 'question', title: string) {
	const { id } = await addDocument(db, {
		...{ werkplaatsId: here, createdBy: lector.id, kind, title }
	});
	return id;
}
const seen = async (actor: Actor, id: string) =>
	(await listRelations(context, actor, id)).map(({ type, direction, document }) => [
		...[type, direction, document.title]
	]);

test('a relation is seen from both ends, and who may not view the other end sees none', async () => {
	await relate(context, lector, study, { to: practice, type: 'comes_from', why: ' Begon hier. ' });
	expect(await seen(lector, study)).toEqual([['comes_from', 'to', 'Een casus']]);
	expect(await seen(lector, practice)).toEqual([['comes_from', 'from', 'Geheime studie']]);
	const [relation] = await listRelations(context, lector, study);
	expect(relation).toMatchObject({
		...{ why: 'Begon hier.', mayRemove: true, by: { name: 'Lector' } }
	});
	// A student reads cases and no studies.
	expect(await listRelations(context, student, practice)).toEqual([]);
	await expect(listRelations(context, student, study)).rejects.toThrow(NotFound);
});

test('relating needs to edit the one and to view the other', async () => {
	const to = { to: practice, type: 'uses' } as const;
	await expect(relate(context, student, practice, { ...to, to: study })).rejects.toThrow(
		NotAllowed
	);
	await expect(relate(context, outsider, study, to)).rejects.toThrow(NotFound);
	await expect(relate(context, guest, study, to)).rejects.toThrow(NotFound);
	const own = await addDocument(db, { werkplaatsId: here, createdBy: student.id, kind: 'case' });
	const given = { documentId: own.id, grantedBy: lector.id, level: 'edit' } as const;
	await addGrant(db, { ...given, personId: student.id });
	const hidden = await relate(context, student, own.id, { to: study, type: 'uses' }).catch(told);
	const nothing = '00000000-0000-4000-8000-000000000000';
	const absent = await relate(context, student, own.id, { to: nothing, type: 'uses' }).catch(told);
	expect(hidden).toEqual({ to: 'unknown' });
	expect(absent).toEqual(hidden);
});

test('neither end lies in the bin, and what goes there is not named any more', async () => {
	const gone = await aDocument('case', 'Weggegooid');
	await relate(context, lector, study, { to: gone, type: 'leads_to' });
	await binDocument(context, lector, gone);
	expect(JSON.stringify(await listRelations(context, lector, study))).not.toContain('Weggegooid');
	await expect(relate(context, lector, study, { to: gone, type: 'uses' })).rejects.toMatchObject({
		fields: { to: 'unknown' }
	});
	await expect(relate(context, lector, gone, { to: study, type: 'uses' })).rejects.toThrow(
		NotAllowed
	);
});

test('it is said once, of two documents, and only work answers a question', async () => {
	const question = await aDocument('question', 'Een vraag');
	const again = { to: practice, type: 'comes_from' } as const;
	await expect(relate(context, lector, study, again)).rejects.toThrow(Conflict);
	const refused: [string, string, string][] = [
		[study, study, 'related_to_itself'],
		[study, practice, 'not_an_answer'],
		[question, await aDocument('question', 'Nog een'), 'not_an_answer']
	];
	for (const [from, to, fault] of refused) {
		await expect(relate(context, lector, from, { to, type: 'answers' })).rejects.toMatchObject({
			fields: { to: fault }
		});
	}
	await relate(context, lector, study, { to: question, type: 'answers' });
});

test('who edits it takes it away, who decides on the question too, and nobody through another', async () => {
	const question = await aDocument('question', 'Onbeantwoord');
	const owner = await addMember(db, here, 'student');
	const { id: mine } = await addDocument(db, {
		...{ werkplaatsId: here, createdBy: owner.id, kind: 'case', title: 'Mijn casus' }
	});
	await addGrant(db, {
		...{ documentId: mine, personId: owner.id, level: 'owner', grantedBy: owner.id }
	});
	await relate(context, owner, mine, { to: question, type: 'answers' });
	const [made] = await listRelations(context, student, question);
	expect(made).toMatchObject({ mayRemove: false });
	await expect(unrelate(context, student, question, made!.id)).rejects.toThrow(NotAllowed);
	await expect(unrelate(context, lector, study, made!.id)).rejects.toThrow(NotFound);
	await expect(unrelate(context, outsider, question, made!.id)).rejects.toThrow(NotFound);
	await unrelate(context, lector, question, made!.id);
	expect(await listRelations(context, owner, mine)).toEqual([]);
	await relate(context, owner, mine, { to: question, type: 'answers' });
	const [again] = await listRelations(context, owner, mine);
	await unrelate(context, owner, mine, again!.id);
	await expect(unrelate(context, owner, mine, again!.id)).rejects.toThrow(NotFound);
});

test('a document is meant by its title or its address, of what one may view', async () => {
	const meant = (actor: Actor, typed: string) => documentMeant(context, actor, typed).catch(told);
	expect(await meant(lector, '  geheime   STUDIE ')).toBe(study);
	expect(await meant(student, 'Geheime studie')).toEqual({ other: 'document_unknown' });
	expect(await meant(student, 'Bestaat niet')).toEqual({ other: 'document_unknown' });
	const address = `https://wisselwerking.test/document/${practice.toUpperCase()}`;
	expect(await meant(student, address)).toBe(practice);
	await aDocument('case', 'Een casus');
	expect(await meant(lector, 'Een casus')).toEqual({ other: 'document_ambiguous' });
	expect(await meant(lector, ' ')).toEqual({ other: 'required' });
});

function told(error: unknown): unknown {
	return error instanceof Error && 'fields' in error ? error.fields : error;
}
