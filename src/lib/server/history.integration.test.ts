import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsOf } from '#domain/content/news.ts';
import type { Content } from '#domain/content/schema.ts';
import { Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { addDocument, addGrant, addMember, addVoicePart } from '#tests/integration/builders.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { binDocument } from './bin.ts';
import { changeDocument } from './document-changes.ts';
import { compareVersions, listHistory, nameVersion } from './history.ts';
import { markSeen, newSince, visitPart } from './news.ts';
import { keepVersion } from './versions.ts';
import { readWriters } from './writers.ts';
import { writeAs } from './writing.ts';

let stage: Stage;
let [noor, sam, lector]: Actor[] = [];

beforeAll(async () => {
	stage = await openStage();
	const { db } = stage.house;
	noor = await addMember(db, stage.werkplaatsId, 'researcher', { name: 'Noor' });
	sam = await addMember(db, stage.werkplaatsId, 'researcher', { name: 'Sam' });
	lector = await addMember(db, stage.werkplaatsId, 'lector', { name: 'Lin' });
});

afterAll(() => stage.house.close());

const doc = (...lines: string[]): Content => ({
	type: 'doc',
	content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});
const keep = (part: string) =>
	stage.house.db.transaction((tx) => keepVersion(tx, part, { reason: 'paused' }));

async function writtenStudy() {
	const { context } = stage.house;
	const { id, part } = await stage.addStudy();
	await writeAs(context, noor!, part, doc('Zij vertelt over de straat.'));
	const first = await keep(part);
	await writeAs(context, sam!, part, doc('Zij vertelt over de buurt.', 'En over vroeger'));
	const second = await keep(part);
	return { id, part, first, second };
}

test('versions are told by day with who wrote, the latest first', async () => {
	const { context } = stage.house;
	const { part, first, second } = await writtenStudy();
	const { days, may } = await listHistory(context, noor!, part);
	expect(days).toHaveLength(1);
	expect(days[0]?.day).toMatch(/^\d{4}-\d\d-\d\d$/);
	const told = days[0]?.versions.map(({ id, more, writers }) => ({
		...{ id, more },
		writers: writers.map(({ name }) => name)
	}));
	expect(told).toEqual([
		{ id: second, more: 3, writers: ['Sam'] },
		{ id: first, more: 5, writers: ['Noor'] }
	]);
	expect(may).toEqual({ restore: true });
});

test('what changed is told between any two versions, in whichever order, and with the text of now', async () => {
	const { context } = stage.house;
	const { part, first, second } = await writtenStudy();
	const [one, other] = [
		await compareVersions(context, noor!, part, { version: second, other: first }),
		await compareVersions(context, noor!, part, { version: first, other: second })
	];
	expect(one.changes).toEqual(other.changes);
	expect(one.changes).toMatchObject([
		{ does: 'replace', removed: 'straat', added: 'buurt', people: [sam?.id] },
		{ does: 'add', added: 'En over vroeger', people: [sam?.id] }
	]);
	expect(one.after?.id).toBe(second);
	await writeAs(context, noor!, part, doc('Zij vertelt over de buurt.', 'Later meer'));
	const now = await compareVersions(context, noor!, part, { version: first, other: 'now' });
	expect(now.after).toBe(null);
	expect(now.changes.map(({ added, people }) => [added, people])).toEqual([
		['buurt', [sam?.id]],
		['Later meer', [noor?.id]]
	]);
	const begun = await compareVersions(context, noor!, part, { version: first });
	expect(begun.before).toBe(null);
	await expect(
		compareVersions(context, noor!, part, { version: (await writtenStudy()).first })
	).rejects.toThrow(NotFound);
});

test('a name is given to what stands there now', async () => {
	const { context } = stage.house;
	const { part, second } = await writtenStudy();
	expect(await nameVersion(context, noor!, part, '  Na het gesprek ')).toBe(second);
	const { days } = await listHistory(context, noor!, part);
	expect(days[0]?.versions[0]).toMatchObject({
		...{ name: 'Na het gesprek', reason: 'named', madeBy: { name: 'Noor' } }
	});
	await expect(nameVersion(context, noor!, part, ' ')).rejects.toThrow(Invalid);
	await expect(nameVersion(context, noor!, part, 'x'.repeat(121))).rejects.toThrow(Invalid);
});

test('who only reads a text sees nothing of its history, also when it is published; in the bin nobody does', async () => {
	const { context, db } = stage.house;
	const { id, part, first } = await writtenStudy();
	const reader = await addMember(db, null, 'national');
	await addGrant(db, {
		...{ documentId: id, personId: reader.id, level: 'suggest', grantedBy: noor!.id }
	});
	for (const state of ['in_review', 'final', 'published'] as const) {
		await changeDocument(context, lector!, id, { state });
		await expect(listHistory(context, reader, part)).rejects.toThrow(NotAllowed);
		await expect(compareVersions(context, reader, part, { version: first })).rejects.toThrow(
			NotAllowed
		);
	}
	// Published, it is kept as such, and who wrote it still sees its history.
	const { days } = await listHistory(context, noor!, part);
	expect(days[0]?.versions[0]).toMatchObject({ reason: 'published' });
	const other = await writtenStudy();
	await binDocument(context, lector!, other.id);
	await expect(listHistory(context, noor!, other.part)).rejects.toThrow(NotFound);
});

test('the history of a voice is for who holds it', async () => {
	const { context, db } = stage.house;
	const { id } = await addDocument(db, {
		...{ werkplaatsId: stage.werkplaatsId, createdBy: lector!.id, kind: 'case' }
	});
	const voice = await addVoicePart(db, id, 'citizen');
	await addGrant(db, {
		...{ documentId: id, partId: voice, personId: sam!.id, level: 'edit', grantedBy: lector!.id }
	});
	await writeAs(context, sam!, voice, doc('Ik wil niet dat dit blijft staan.'));
	await keep(voice);
	expect((await listHistory(context, sam!, voice)).days).toHaveLength(1);
	for (const other of [noor!, lector!]) {
		await expect(listHistory(context, other, voice)).rejects.toThrow();
	}
});

test('who wrote what is told line by line', async () => {
	const { context } = stage.house;
	const { part } = await writtenStudy();
	const { people, passages } = await readWriters(context, noor!, part);
	expect(new Map(people.map(({ name, words }) => [name, words]))).toEqual(
		new Map([
			['Sam', 4],
			['Noor', 4]
		])
	);
	expect(passages.map(wordsOf)).toEqual([
		...['Zij vertelt over de ', 'buurt', '.', 'En over vroeger']
	]);
});

test('what others added since the last visit is new, until the next; never at the first', async () => {
	const { context, db } = stage.house;
	const { id, part } = await stage.addStudy();
	let now = new Date();
	const house = { ...context, now: () => now };
	await writeAs(context, noor!, part, doc('Zij vertelt.'));
	expect((await visitPart(house, sam!, part)).passages).toEqual([]);
	expect(await newSince(house, sam!, [id])).toEqual(new Map());
	now = new Date(now.getTime() + 2 * 60 * 60_000);
	await writeAs(context, noor!, part, doc('Zij vertelt.', 'En nog veel meer.'));
	await keep(part);
	const line = (await newSince(house, sam!, [id])).get(id);
	expect(line).toMatchObject({ part, words: 4, quote: 'En nog veel meer.' });
	expect(line?.people.map(({ name }) => name)).toEqual(['Noor']);
	const news = await visitPart(house, sam!, part);
	expect(news).toMatchObject({ words: 4, people: [{ name: 'Noor', words: 4 }] });
	// The page is asked for again: the same is still new on it, and the list says no more of it.
	expect((await visitPart(house, sam!, part)).words).toBe(4);
	expect(await newSince(house, sam!, [id])).toEqual(new Map());
	await markSeen(house, sam!, part);
	expect((await visitPart(house, sam!, part)).words).toBe(0);
	// One's own words are no news.
	await writeAs(context, sam!, part, doc('Zij vertelt.', 'En nog veel meer.', 'Dat klopt.'));
	await keep(part);
	expect(await newSince(house, sam!, [id])).toEqual(new Map());
	const outsider = await addMember(db, null, 'national');
	await expect(visitPart(house, outsider, part)).rejects.toThrow(NotFound);
	expect(await newSince(house, outsider, [id])).toEqual(new Map());
});
