import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCaseVersion } from '#db/queries/case-versions.ts';
import type { ChangedLine } from '#domain/content/changed-lines.ts';
import type { Fate } from '#domain/content/changed-words.ts';
import { plainText } from '#domain/content/text.ts';
import type { Content } from '#domain/content/schema.ts';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { isSharedPart } from '#domain/kinds.ts';
import { addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { binDocument, destroyDocument } from './bin.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, openDocument, type NewDocument } from './documents.ts';
import { readTexts } from './parts.ts';
import { listRelations, unrelate } from './relations.ts';
import { explainVariant, listVariants, openTakingOver, openVariant, takeOver } from './variants.ts';
import { writeAs } from './writing.ts';

let house: TestHouse;
let here: string;
let there: string;
let maker: Actor;
let teacher: Actor;
let coordinator: Actor;
let student: Actor;

beforeAll(async () => {
	house = await openTestHouse();
	here = await addWerkplaats(house.db, { name: 'Twente' });
	there = await addWerkplaats(house.db, { name: 'Friesland' });
	maker = await addMember(house.db, here, 'teacher');
	coordinator = await addMember(house.db, here, 'coordinator');
	teacher = await addMember(house.db, there, 'teacher');
	student = await addMember(house.db, there, 'student');
});
afterAll(() => house.close());

const p = (text: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...lines: string[]): Content => ({ type: 'doc', content: lines.map(p) });
const FIRST = doc('Speel een huisbezoek.', 'Neem een schaar mee.');

async function anAssignment(given: Partial<NewDocument> = {}, by = maker): Promise<string> {
	const input = {
		werkplaats: here,
		kind: 'assignment',
		title: 'Tien minuten',
		content: FIRST
	} as const;
	return createDocument(house.context, by, { ...input, sensitivity: 'open', ...given });
}

const inFriesland = (why = 'Wij hebben geen buurthuis.') => ({
	...{ werkplaats: there, title: 'Tien minuten aan de keukentafel', why }
});

/** Of the parts that all its readers share. */
async function textOf(actor: Actor, id: string): Promise<string> {
	const opened = await openDocument(house.context, actor, id);
	const parts = opened.parts.filter(isSharedPart);
	const texts = await readTexts(house.context, parts);
	return parts.map((part) => plainText(texts.get(part.id) ?? {})).join('\n');
}

async function write(actor: Actor, id: string, content: Content): Promise<void> {
	const { parts } = await openDocument(house.context, actor, id);
	await writeAs(house.context, actor, parts[0]!.id, content);
}

/** What the page shows as added and as taken away. */
function shown(difference: readonly (ChangedLine | { left: number })[] | undefined) {
	const runs = (difference ?? []).flatMap((line) => ('runs' in line ? line.runs : []));
	const of = (fate: Fate) => runs.filter((run) => run.fate === fate).map(({ text }) => text);
	return { added: of('add').join(''), removed: of('remove').join('') };
}

test('a variant is a copy of one’s own, which remembers what it was taken from and why it differs', async () => {
	const { context } = house;
	const origin = await anAssignment();
	const variant = await takeOver(context, teacher, origin, inFriesland());
	expect(await textOf(teacher, variant)).toBe(plainText(FIRST));
	const { werkplaats, sensitivity, state, kind, abilities } = await openDocument(
		context,
		teacher,
		variant
	);
	expect({ werkplaats: werkplaats.id, sensitivity, state, kind }).toEqual({
		...{ werkplaats: there, sensitivity: 'werkplaats', state: 'draft', kind: 'assignment' }
	});
	expect(abilities.level).toBe('owner');
	expect(await openVariant(context, teacher, variant)).toMatchObject({
		why: 'Wij hebben geen buurthuis.',
		origin: { id: origin, title: 'Tien minuten', differs: [], changedSince: false }
	});
	expect(await openVariant(context, maker, origin)).toBeNull();
	const [relation] = await listRelations(context, teacher, variant);
	expect(relation).toMatchObject({ type: 'variant_of', direction: 'to', document: { id: origin } });
	// A copy has no history of another: each text has updates of its own.
	expect(await findCaseVersion(house.db, variant)).toBeUndefined();
});

test('what differs is what stands in one of both texts as they are now, and whether the origin was changed since', async () => {
	const { context } = house;
	const origin = await anAssignment();
	const variant = await takeOver(context, teacher, origin, inFriesland());
	await write(teacher, variant, doc('Speel een huisbezoek.', 'Neem een pan soep mee.'));
	const opened = await openVariant(context, teacher, variant);
	expect(shown(opened?.origin?.differs)).toEqual({ added: 'pan soep', removed: 'schaar' });
	expect(opened?.origin?.changedSince).toBe(false);
	await write(maker, origin, doc('Speel een huisbezoek.', 'Neem een schaar mee.', 'En touw.'));
	const later = await openVariant(context, teacher, variant);
	expect(shown(later?.origin?.differs)).toEqual({
		...{ added: 'pan soep', removed: 'schaarEn touw.' }
	});
	expect(later?.origin?.changedSince).toBe(true);
});

test('a name that was taken out of the origin is gone from what its variants tell of it', async () => {
	const { context } = house;
	const line = 'Speel een huisbezoek bij mevrouw Dijkstra.';
	const origin = await anAssignment({ content: doc(line, 'Neem een schaar mee.') });
	const variant = await takeOver(context, teacher, origin, inFriesland());
	await write(teacher, variant, doc('Speel een huisbezoek.', 'Neem een pan soep mee.'));
	// The name slipped in and stands in the origin still: who views that reads it there too.
	const before = await openVariant(context, teacher, variant);
	expect(JSON.stringify(before)).toContain('Dijkstra');
	await write(maker, origin, doc('Speel een huisbezoek bij iemand.', 'Neem een schaar mee.'));
	for (const actor of [teacher, student]) {
		const opened = await openVariant(context, actor, variant);
		expect(JSON.stringify(opened)).not.toContain('Dijkstra');
		expect(opened?.origin?.changedSince).toBe(true);
	}
});

test('the difference that is shown, done to the origin as it is now, is the variant as it is now', async () => {
	const { context } = house;
	const origin = await anAssignment();
	const variant = await takeOver(context, teacher, origin, inFriesland());
	const [there, here] = [
		doc('Speel een bezoek.', 'Neem niets mee.'),
		doc('Speel een huisbezoek.', 'Neem een pan soep mee.')
	];
	await write(maker, origin, there);
	await write(teacher, variant, here);
	const opened = await openVariant(context, teacher, variant);
	const lines = (opened?.origin?.differs ?? []).flatMap((line) => ('runs' in line ? [line] : []));
	const reading = (without: Fate) =>
		lines.map(({ runs }) => runs.map(({ fate, text }) => (fate === without ? '' : text)).join(''));
	expect(doc(...reading('add'))).toEqual(there);
	expect(doc(...reading('remove'))).toEqual(here);
});

test('the origin lists its variants for who may view them', async () => {
	const { context } = house;
	const origin = await anAssignment();
	const variant = await takeOver(context, teacher, origin, inFriesland('Bij ons is het plat.'));
	expect(await listVariants(context, student, origin)).toMatchObject([
		{ id: variant, werkplaats: { name: 'Friesland' }, why: 'Bij ons is het plat.' }
	]);
	// In Twente nobody sees a draft of Friesland, nor that there is one.
	expect(await listVariants(context, maker, origin)).toEqual([]);
	await changeDocument(context, teacher, variant, { sensitivity: 'open' });
	expect(await listVariants(context, maker, origin)).toHaveLength(1);
	await binDocument(context, teacher, variant);
	expect(await listVariants(context, student, origin)).toEqual([]);
});

test('the lineage survives a new name, and is not taken away', async () => {
	const { context } = house;
	const origin = await anAssignment();
	const variant = await takeOver(context, teacher, origin, inFriesland());
	await changeDocument(context, maker, origin, { title: 'De eerste tien minuten' });
	await changeDocument(context, teacher, variant, { title: 'Aan tafel' });
	const opened = await openVariant(context, teacher, variant);
	expect(opened?.origin?.title).toBe('De eerste tien minuten');
	expect((await listVariants(context, student, origin))[0]?.title).toBe('Aan tafel');
	const [relation] = await listRelations(context, teacher, variant);
	await expect(unrelate(context, teacher, variant, relation!.id)).rejects.toMatchObject({
		code: 'variant_lineage'
	});
});

test('of an origin that is gone, or hidden, nothing is told but that there was one', async () => {
	const { context, sql } = house;
	const origin = await anAssignment();
	const variant = await takeOver(context, teacher, origin, inFriesland());
	await write(teacher, variant, doc('Alles anders.'));
	const hidden = { why: 'Wij hebben geen buurthuis.', origin: null };
	await changeDocument(context, maker, origin, { sensitivity: 'restricted' });
	expect(await openVariant(context, teacher, variant)).toMatchObject(hidden);
	expect(await listRelations(context, teacher, variant)).toEqual([]);
	await changeDocument(context, maker, origin, { sensitivity: 'open' });
	await binDocument(context, maker, origin);
	expect(await openVariant(context, teacher, variant)).toMatchObject(hidden);
	await destroyDocument(context, maker, origin);
	expect(await openVariant(context, teacher, variant)).toMatchObject(hidden);
	// What stood in it went along.
	const kept = await sql`select taken from variant_origin where document_id = ${variant}`;
	expect(kept).toEqual([]);
});

test('why it differs must be said, and who edits the variant says it anew', async () => {
	const { context } = house;
	const origin = await anAssignment();
	await expect(takeOver(context, teacher, origin, inFriesland(' '))).rejects.toMatchObject({
		fields: { why: 'required' }
	});
	const long = inFriesland('a'.repeat(501));
	await expect(takeOver(context, teacher, origin, long)).rejects.toMatchObject({
		fields: { why: 'too_long' }
	});
	const variant = await takeOver(context, teacher, origin, inFriesland());
	await explainVariant(context, teacher, variant, 'Omdat het dorp klein is.');
	expect((await openVariant(context, teacher, variant))?.why).toBe('Omdat het dorp klein is.');
	await expect(explainVariant(context, student, variant, 'Nee.')).rejects.toThrow(NotAllowed);
	await expect(explainVariant(context, maker, variant, 'Nee.')).rejects.toThrow(NotFound);
	await expect(explainVariant(context, maker, origin, 'Geen variant.')).rejects.toThrow(NotFound);
});

test('what was told to few does not leave by being copied', async () => {
	const { context } = house;
	for (const sensitivity of ['restricted', 'vault'] as const) {
		const origin = await anAssignment({ sensitivity }, coordinator);
		await expect(
			takeOver(context, coordinator, origin, { ...inFriesland(), werkplaats: here })
		).rejects.toThrow(NotAllowed);
		await expect(takeOver(context, teacher, origin, inFriesland())).rejects.toThrow(NotFound);
		await expect(openTakingOver(context, teacher, origin)).rejects.toThrow(NotFound);
	}
	// Read in its own werkplaats only: it goes out by who could share it there.
	const own = await anAssignment({ sensitivity: 'werkplaats' }, coordinator);
	const colleague = await addMember(house.db, here, 'researcher');
	await expect(
		takeOver(context, colleague, own, { ...inFriesland(), werkplaats: here })
	).rejects.toThrow(NotAllowed);
	await takeOver(context, coordinator, own, { ...inFriesland(), werkplaats: here });
});

test('it is begun by who may begin such a document there', async () => {
	const { context } = house;
	const origin = await anAssignment();
	await expect(takeOver(context, student, origin, inFriesland())).rejects.toThrow(NotAllowed);
	await expect(
		takeOver(context, teacher, origin, { ...inFriesland(), werkplaats: here })
	).rejects.toThrow(NotAllowed);
	expect((await openTakingOver(context, teacher, origin)).places).toMatchObject([
		{ name: 'Friesland' }
	]);
});

test('a case that is told in voices has no variants; a lesson from practice has, without any', async () => {
	const { context } = house;
	const told = await anAssignment({ kind: 'case' }, coordinator);
	await expect(takeOver(context, teacher, told, inFriesland())).rejects.toThrow(NotAllowed);
	const lesson = await anAssignment({ kind: 'case', template: 'lesson' }, coordinator);
	const variant = await takeOver(context, teacher, lesson, inFriesland());
	const { parts } = await openDocument(context, teacher, variant);
	expect(parts.map(({ kind }) => kind)).toEqual(['text']);
	expect(await textOf(teacher, variant)).toBe(plainText(FIRST));
});
