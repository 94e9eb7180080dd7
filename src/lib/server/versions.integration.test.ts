import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendUpdates, loadText } from '#db/queries/updates.ts';
import { findLatestVersion, listVersions, thinVersions } from '#db/queries/versions.ts';
import { partText } from '#db/schema/documents.ts';
import { version } from '#db/schema/versions.ts';
import { plainText } from '#domain/content/text.ts';
import type { Actor } from '#domain/facts.ts';
import { addMember } from '#tests/integration/builders.ts';
import { firstLine } from '#tests/live/client.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { buildDoc } from './stored-text.ts';
import { refreshText } from './texts.ts';
import { keepPaused, keepVersion } from './versions.ts';

let stage: Stage;
let [noor, sam]: Actor[] = [];

beforeAll(async () => {
	stage = await openStage();
	noor = await addMember(stage.house.db, stage.werkplaatsId, 'researcher', { name: 'Noor' });
	sam = await addMember(stage.house.db, stage.werkplaatsId, 'researcher', { name: 'Sam' });
});

afterAll(() => stage.house.close());

/** Stores words of this person at the end of the first line, as the live door does. */
async function write(part: string, by: Actor | undefined, words: string) {
	const { db } = stage.house;
	const doc = buildDoc(await loadText(db, part));
	const before = Y.encodeStateVector(doc);
	const line = firstLine(doc);
	line.insert(line.length, words);
	const bytes = Y.encodeStateAsUpdate(doc, before);
	await appendUpdates(db, [{ part, bytes, author: by?.id ?? null, clients: [doc.clientID] }]);
}

const keep = (part: string, keeping: Parameters<typeof keepVersion>[2]) =>
	stage.house.db.transaction((tx) => keepVersion(tx, part, keeping));

/** As if the last words were written so long ago. */
async function wait(part: string, minutes: number) {
	const past = sql`now() - make_interval(mins => ${minutes})`;
	await stage.house.db
		.update(partText)
		.set({
			refreshedAt: past,
			unkeptSince: sql`${partText.unkeptSince} - make_interval(mins => ${minutes})`
		})
		.where(eq(partText.partId, part));
}

const failing = (error: unknown) => {
	throw error;
};

test('a version holds what is durable, and who wrote which of it', async () => {
	const { part } = await stage.addStudy();
	await write(part, noor, 'Zij vertelt ');
	await write(part, sam, 'verder.');
	const id = await keep(part, { reason: 'named', name: 'Begin', by: noor?.id });
	const kept = await findLatestVersion(stage.house.db, part);
	expect(kept).toMatchObject({ id, name: 'Begin', words: 3, madeBy: noor?.id });
	expect(plainText(kept!.content)).toBe('Zij vertelt verder.');
	expect(kept?.authors).toEqual([
		{ person: noor?.id, length: 12 },
		{ person: sam?.id, length: 7 }
	]);
	expect(new Set(kept?.writers)).toEqual(new Set([noor?.id, sam?.id]));
});

test('the same text is never kept twice; the version that is there gets the name or the reason', async () => {
	const { part } = await stage.addStudy();
	await write(part, noor, 'Eens.');
	const first = await keep(part, { reason: 'paused' });
	expect(await keep(part, { reason: 'paused' })).toBe(first);
	expect(await keep(part, { reason: 'handed_in', by: noor?.id })).toBe(first);
	expect(await keep(part, { reason: 'published' })).toBe(first);
	expect(await keep(part, { reason: 'named', name: 'Klaar' })).not.toBe(first);
	await write(part, sam, ' Nog eens.');
	await keep(part, { reason: 'paused' });
	const listed = await listVersions(stage.house.db, part);
	expect(listed.map(({ reason }) => reason)).toEqual(['paused', 'named', 'handed_in']);
	expect(listed[0]?.writers).toEqual([sam?.id]);
});

test('a version is kept when people pause, once, however many nodes look', async () => {
	const { context, db } = stage.house;
	const { part } = await stage.addStudy();
	await write(part, noor, 'Een zin.');
	await refreshText(context, part);
	await keepPaused(context, failing);
	expect(await listVersions(db, part)).toEqual([]);
	await wait(part, 2);
	await Promise.all([1, 2, 3].map(() => keepPaused(context, failing)));
	expect(await listVersions(db, part)).toHaveLength(1);
	// Read out anew without a change, as for a page or an export, nothing is kept.
	await refreshText(context, part);
	await wait(part, 60);
	await keepPaused(context, failing);
	expect(await listVersions(db, part)).toHaveLength(1);
});

test('while people go on writing, a version is kept every five minutes', async () => {
	const { context, db } = stage.house;
	const { part } = await stage.addStudy();
	for (const minutes of [0, 3, 3, 3, 3, 3]) {
		await write(part, noor, 'woord ');
		await wait(part, minutes);
		await refreshText(context, part);
	}
	expect(await listVersions(db, part)).toHaveLength(2);
});

test('what was kept by itself is thinned to hours and days; what has a name or a reason never', async () => {
	const { db } = stage.house;
	const { part } = await stage.addStudy();
	const now = new Date('2026-11-27T12:00:00Z');
	const kept = ['11-27T09:01', '11-27T09:02', '11-25T09:01', '11-25T09:50', '11-25T10:01'];
	const old = ['11-03T09:00', '11-03T15:00', '11-03T16:00'];
	for (const at of [...kept, ...old]) {
		await write(part, noor, `${at} `);
		await keep(part, { reason: 'paused', at: new Date(`2026-${at}:00Z`) });
	}
	await db
		.update(version)
		.set({ reason: 'named', name: 'Eerste' })
		.where(eq(version.createdAt, new Date('2026-11-03T09:00:00Z')));
	await thinVersions(db, now);
	const left = (await listVersions(db, part)).map(({ createdAt }) =>
		createdAt.toISOString().slice(5, 16)
	);
	expect(left.sort()).toEqual(
		[
			'11-03T09:00',
			'11-03T16:00',
			'11-25T09:50',
			'11-25T10:01',
			'11-27T09:01',
			'11-27T09:02'
		].sort()
	);
});
