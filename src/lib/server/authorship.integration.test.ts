import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendUpdates, loadText } from '#db/queries/updates.ts';
import { NotFound } from '#domain/errors.ts';
import { addMember } from '#tests/integration/builders.ts';
import { firstLine } from '#tests/live/client.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { readAuthorship } from './authorship.ts';
import { buildDoc } from './stored-text.ts';

let stage: Stage;

beforeAll(async () => {
	stage = await openStage();
});

afterAll(() => stage.house.close());

/** Stores an edit of this person, as the live door does. */
async function write(part: string, person: string, change: (line: Y.XmlText) => void) {
	const { db } = stage.house;
	const doc = buildDoc(await loadText(db, part));
	const before = Y.encodeStateVector(doc);
	doc.transact(() => change(firstLine(doc)));
	const bytes = Y.encodeStateAsUpdate(doc, before);
	await appendUpdates(db, [{ part, bytes, author: person, clients: [doc.clientID] }]);
}

test('[B1] of every word in a text the app can tell who wrote it, for who may read it', async () => {
	const { context, db } = stage.house;
	const one = await addMember(db, stage.werkplaatsId, 'researcher', { name: 'Noor' });
	const other = await addMember(db, stage.werkplaatsId, 'professional', { name: 'Sam' });
	const { part } = await stage.addStudy();
	await write(part, one.id, (line) => line.insert(0, 'Zij vertelt.'));
	await write(part, other.id, (line) => line.insert(4, 'zelf '));
	await write(part, one.id, (line) => line.delete(0, 1));
	const runs = await readAuthorship(context, one, part);
	expect(runs.map(({ name, text }) => [name, text])).toEqual([
		['Noor', 'ij '],
		['Sam', 'zelf '],
		['Noor', 'vertelt.']
	]);
	const { outsider: id } = stage;
	const outsider = { id, name: 'Bo', administrator: false, memberships: [] };
	await expect(readAuthorship(context, outsider, part)).rejects.toThrow(NotFound);
});
