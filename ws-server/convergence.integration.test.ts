import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { act, type Action } from '#tests/live/act.ts';
import type { Client } from '#tests/live/client.ts';
import { openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';

let stage: Stage;
let door: TestDoor;

beforeAll(async () => {
	stage = await openStage();
	// Rooms are emptied, compacted and opened again in the middle of it.
	door = await openDoor(stage.house.context, { unloadAfterMs: 5 });
});

afterAll(async () => {
	await door.close();
	await stage.house.close();
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 8 });
const text = fc.constantFrom('a', 'wijk ', 'é', '👩‍👩‍👧', '🧑🏽‍🌾', 'zorg', '🇳🇱', '\u0301');
const action: fc.Arbitrary<Action> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('insert' as const), at: share, text }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('delete' as const), at: share, length }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('mark' as const),
			at: share,
			length,
			mark: fc.constantFrom('bold' as const, 'italic' as const),
			on: fc.boolean()
		})
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('split' as const), at: share }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const) }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const) }) }
);
const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), action), { maxLength: 60 });

test('[T4] whatever three people do, on and off line, they and the database end with the same text', async () => {
	await fc.assert(
		fc.asyncProperty(history, async (steps) => {
			const { part } = await stage.addStudy();
			const clients = await Promise.all([0, 1, 2].map(() => door.enter(part, stage.lector)));
			const isIn = () => clients.every(({ provider }) => provider.synced);
			await expect.poll(isIn, { timeout: 5000, interval: 5 }).toBe(true);
			for (const [nth, step] of steps) {
				act(clients[nth]!, step);
				// Others' edits come in between.
				await new Promise(setImmediate);
			}
			for (const { provider } of clients) provider.connect();
			await expect.poll(() => allHave(clients), { timeout: 10_000, interval: 10 }).toBe(true);
			for (const client of clients) expect(htmlOf(client.doc)).toBe(htmlOf(clients[0]!.doc));
			await expect
				.poll(() => storedText(stage.house.context, part), { timeout: 5000, interval: 20 })
				.toBe(clients[0]!.text());
			for (const client of clients) client.close();
		}),
		{ numRuns: 40, endOnFailure: true }
	);
	expect(door.reports).toEqual([]);
}, 120_000);

/** The same edits and the same deletes, and nothing that waits for something else. */
function allHave(clients: readonly Client[]): boolean {
	const snapshots = clients.map(({ doc }) => Y.snapshot(doc));
	return (
		clients.every(({ provider, doc }) => provider.synced && !doc.store.pendingStructs) &&
		snapshots.every((snapshot) => Y.equalSnapshots(snapshot, snapshots[0]!))
	);
}

function htmlOf(doc: Y.Doc): string {
	return doc.getXmlFragment('default').toString();
}
