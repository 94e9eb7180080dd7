import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendUpdates, loadText } from '#db/queries/updates.ts';
import { findVersions, listVersions } from '#db/queries/versions.ts';
import { identifiedText } from '#domain/content/identified-text.ts';
import { TEXT_FRAGMENT, type Content } from '#domain/content/schema.ts';
import { plainText } from '#domain/content/text.ts';
import { Conflict, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { Letters } from '#tests/domain/edits.ts';
import { addGrant, addMember } from '#tests/integration/builders.ts';
import { openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { compareVersions } from './history.ts';
import { openThreads } from './opened-threads.ts';
import { putPassageBack, restoreVersion } from './restoring.ts';
import { buildDoc } from './stored-text.ts';
import { startThread } from './threads.ts';
import { keepVersion } from './versions.ts';
import { writeAs } from './writing.ts';

let stage: Stage;
let door: TestDoor;
let noor: Actor;
let sam: Actor;

beforeAll(async () => {
	stage = await openStage();
	door = await openDoor(stage.house.context);
	noor = await addMember(stage.house.db, stage.werkplaatsId, 'researcher', { name: 'Noor' });
	sam = await addMember(stage.house.db, stage.werkplaatsId, 'researcher', { name: 'Sam' });
});

afterAll(async () => {
	await door.close();
	await stage.house.close();
});

const doc = (...lines: string[]): Content => ({
	type: 'doc',
	content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});

/** A text that Noor wrote, of which a version is kept, and that Sam then changed. */
async function changedText() {
	const { context, db } = stage.house;
	const { id, part } = await stage.addStudy();
	await writeAs(context, noor, part, doc('Zij vertelt over de straat.', 'Het is er stil.'));
	const keeping = { reason: 'named', name: 'Eerst', by: noor.id } as const;
	const old = await db.transaction((tx) => keepVersion(tx, part, keeping));
	await writeAs(
		context,
		sam,
		part,
		doc('Zij vertelt over de straat.', 'Het is er stil.', 'Een heel ander verhaal.')
	);
	return { document: id, part, old };
}

/** The line of a text that says this. */
function lineThat(text: Y.Doc, says: string): Y.XmlText {
	for (const block of text.getXmlFragment(TEXT_FRAGMENT).toArray()) {
		const [line] = block instanceof Y.XmlElement ? block.toArray() : [];
		if (line instanceof Y.XmlText && line.toString().includes(says)) return line;
	}
	throw new Error(`no line says ${says}`);
}

async function versionTexts(part: string) {
	const { db } = stage.house;
	const listed = await listVersions(db, part);
	const rows = await findVersions(
		db,
		listed.map(({ id }) => id)
	);
	return listed.map(({ id }) => plainText(rows.get(id)!.content));
}

test('an older version that is put back is a new one, and what stood there before is kept', async () => {
	const { context, db } = stage.house;
	const { part, old } = await changedText();
	const { version } = await restoreVersion(context, noor, part, old);
	expect(await storedText(context, part)).toBe('Zij vertelt over de straat.\nHet is er stil.');
	const listed = await listVersions(db, part);
	expect(listed.map(({ reason, restoredFrom }) => [reason, restoredFrom])).toEqual([
		['restored', old],
		['restored', null],
		['named', null]
	]);
	expect(await versionTexts(part)).toEqual([
		'Zij vertelt over de straat.\nHet is er stil.',
		'Zij vertelt over de straat.\nHet is er stil.\nEen heel ander verhaal.',
		'Zij vertelt over de straat.\nHet is er stil.'
	]);
	// Words that come back are of who wrote them, not of who put them back.
	const kept = (await findVersions(db, [version])).get(version);
	expect(kept?.authors).toEqual([{ person: noor.id, length: 42 }]);
});

test('who may not write a text can not put a version of it back, and who may not read it hears of none', async () => {
	const { context } = stage.house;
	const { document, part, old } = await changedText();
	const elsewhere = await addMember(stage.house.db, null, 'national');
	await expect(restoreVersion(context, elsewhere, part, old)).rejects.toThrow(NotFound);
	await addGrant(stage.house.db, {
		...{ documentId: document, personId: elsewhere.id, level: 'suggest', grantedBy: noor.id }
	});
	await expect(restoreVersion(context, elsewhere, part, old)).rejects.toThrow(NotAllowed);
	const other = await changedText();
	await expect(restoreVersion(context, noor, part, other.old)).rejects.toThrow(NotFound);
});

test('what is typed while a version is put back is in the text or in a version, and no thread is lost', async () => {
	const { context, db } = stage.house;
	for (let round = 0; round < 2; round += 1) {
		const { part, old } = await changedText();
		const stored = buildDoc(await loadText(db, part));
		const { runs, characters } = identifiedText(stored);
		const [first] = runs;
		expect(characters.startsWith('Zij vertelt')).toBe(true);
		await startThread(
			context,
			noor,
			{ part, version: null, submission: null },
			{
				...{ assignee: null, dueOn: null, suggestion: null },
				meant: { quote: 'Zij', runs: [{ ...first!, at: 0, length: 3 }] },
				body: [{ text: 'Wie?' }]
			}
		);
		const writers = await Promise.all([
			door.enter(part, noor.id, { params: { ack: '1' } }),
			door.enter(part, sam.id, { params: { ack: '1' } }),
			door.enter(part, noor.id, { params: { ack: '1' } })
		]);
		await expect.poll(() => writers.every(({ provider }) => provider.synced)).toBe(true);
		const lines = ['Zij vertelt', 'Een heel', 'Een heel'];
		const letters = new Letters();
		const typed: string[] = [];
		let isDone = false;
		const typing = writers.map(async ({ doc: text }, nth) => {
			while (!isDone) {
				// The only one of its kind: words that are alike could be taken for each other.
				const said = letters.next();
				const acked = writers[nth]!.acked();
				try {
					const line = lineThat(text, lines[nth]!);
					line.insert(line.length, said);
				} catch {
					// Its line is gone from the page: a person types elsewhere.
					return;
				}
				typed.push(said);
				await expect.poll(() => writers[nth]!.acked(), { interval: 5 }).toBeGreaterThan(acked);
			}
		});
		await expect.poll(() => typed.length).toBeGreaterThan(10);
		const { watch } = await restoreVersion(context, noor, part, old);
		isDone = true;
		await Promise.all(typing);
		await expect.poll(() => allStored(writers, part)).toBe(true);
		await watch.look(context);
		const texts = [await storedText(context, part), ...(await versionTexts(part))].join('\n');
		expect(typed.filter((letter) => !texts.includes(letter))).toEqual([]);
		const { threads } = await openThreads(context, noor, {
			...{ part, version: null, submission: null }
		});
		expect(threads.map(({ standing, quote }) => [standing, quote])).toEqual([['same', 'Zij']]);
		for (const writer of writers) writer.close();
	}
	expect(door.reports).toEqual([]);
}, 60_000);

/** Whether the database has everything that is in these editors. */
async function allStored(writers: readonly { doc: Y.Doc }[], part: string): Promise<boolean> {
	const stored = buildDoc(await loadText(stage.house.db, part));
	return writers.every(({ doc: text }) =>
		[...Y.decodeStateVector(Y.encodeStateVector(text))].every(
			([client, clock]) => Y.getState(stored.store, client) >= clock
		)
	);
}

test('words in a paragraph that went, by who had not seen that yet, are put back in the text as theirs', async () => {
	const { context, db } = stage.house;
	const { part, old } = await changedText();
	const page = buildDoc(await loadText(db, part));
	const { watch } = await restoreVersion(context, noor, part, old);
	const before = Y.encodeStateVector(page);
	const line = lineThat(page, 'Een heel');
	line.insert(line.length, ' En dit typte ik net.');
	const bytes = Y.encodeStateAsUpdate(page, before);
	await appendUpdates(db, [{ part, bytes, author: sam.id, clients: [page.clientID] }]);
	expect(await storedText(context, part)).not.toContain('En dit typte ik net');
	expect(await watch.look(context)).toBe(1);
	expect(await storedText(context, part)).toContain('En dit typte ik net.');
	expect(await watch.look(context)).toBe(0);
});

test('what can not be put back in the text is kept as a version', async () => {
	const { context, db } = stage.house;
	const { part, old } = await changedText();
	const page = buildDoc(await loadText(db, part));
	const { watch } = await restoreVersion(context, noor, part, old);
	const before = Y.encodeStateVector(page);
	const blocks = page.getXmlFragment(TEXT_FRAGMENT);
	// Split, and typed in: words and nodes at once.
	page.transact(() => {
		const line = lineThat(page, 'Een heel');
		line.insert(line.length, ' Nog iets.');
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [new Y.XmlText('Een nieuwe alinea.')]);
		blocks.insert(blocks.length, [paragraph]);
	});
	const bytes = Y.encodeStateAsUpdate(page, before);
	await appendUpdates(db, [{ part, bytes, author: sam.id, clients: [page.clientID] }]);
	await watch.look(context);
	const texts = [await storedText(context, part), ...(await versionTexts(part))].join('\n');
	expect(texts).toContain('Nog iets.');
	expect(await storedText(context, part)).toContain('Een nieuwe alinea.');
});

test('one passage is made again as it was, and what else changed since stays', async () => {
	const { context, db } = stage.house;
	const { part, old } = await changedText();
	const now = doc('Zij vertelt over de wijk.', 'Een heel ander verhaal.');
	await writeAs(context, sam, part, now);
	const since = { version: 'now', other: old };
	const keysOf = async (words: string) => {
		const { changes } = await compareVersions(context, noor, part, since);
		return changes.find(({ removed }) => removed.includes(words))!.keys;
	};
	const passage = { version: old, keys: await keysOf('stil') };
	await putPassageBack(context, noor, part, passage);
	expect(await storedText(context, part)).toContain('Het is er stil.');
	expect(await storedText(context, part)).toContain('Zij vertelt over de wijk.');
	// What stood there before is one version that can be put back in its turn.
	expect((await listVersions(db, part)).map(({ reason }) => reason)).toEqual(['restored', 'named']);
	expect((await versionTexts(part))[0]).toBe('Zij vertelt over de wijk.\nEen heel ander verhaal.');
	// The same again is not what stands there.
	await expect(putPassageBack(context, noor, part, passage)).rejects.toThrow(Conflict);
	await putPassageBack(context, noor, part, { version: old, keys: await keysOf('straat') });
	expect(await storedText(context, part)).toContain('Zij vertelt over de straat.');
});

test('a passage is put back by who may write the text, from a version of that text', async () => {
	const { context } = stage.house;
	const { document, part, old } = await changedText();
	const { changes } = await compareVersions(context, noor, part, { version: 'now', other: old });
	const passage = { version: old, keys: changes[0]!.keys };
	const elsewhere = await addMember(stage.house.db, null, 'national');
	await expect(putPassageBack(context, elsewhere, part, passage)).rejects.toThrow(NotFound);
	await addGrant(stage.house.db, {
		...{ documentId: document, personId: elsewhere.id, level: 'suggest', grantedBy: noor.id }
	});
	await expect(putPassageBack(context, elsewhere, part, passage)).rejects.toThrow(NotAllowed);
	const other = await changedText();
	const foreign = { ...passage, version: other.old };
	await expect(putPassageBack(context, noor, part, foreign)).rejects.toThrow(NotFound);
});
