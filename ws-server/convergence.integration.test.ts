import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { firstLine, type Client } from '#tests/live/client.ts';
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

/** A place in the text as a share of its length, and what somebody does there. */
type Action =
	| { do: 'insert'; at: number; text: string }
	| { do: 'delete'; at: number; length: number }
	| { do: 'mark'; at: number; length: number; mark: 'bold' | 'italic'; on: boolean }
	| { do: 'split'; at: number }
	| { do: 'leave' }
	| { do: 'return' };

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

function act({ doc, provider }: Client, step: Action): void {
	if (step.do === 'leave') return provider.disconnect();
	if (step.do === 'return') return provider.connect();
	doc.transact(() => {
		const line = firstLine(doc);
		const at = boundary(line, step.at);
		if (step.do === 'insert') line.insert(at, step.text);
		if (step.do === 'delete') line.delete(at, boundaryAfter(line, at + step.length) - at);
		if (step.do === 'mark') {
			line.format(at, boundaryAfter(line, at + step.length) - at, {
				[step.mark]: step.on ? {} : null
			});
		}
		if (step.do === 'split') {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText('next')]);
			doc.getXmlFragment('default').insert(1, [paragraph]);
		}
	});
}

/** A place that is not inside a surrogate pair: two edits in one pair diverge in Yjs, silently. */
function boundary(line: Y.XmlText, share: number): number {
	return boundaryAfter(line, Math.floor(share * line.length));
}

function boundaryAfter(line: Y.XmlText, at: number): number {
	const plain = line
		.toDelta()
		.map((run: { insert: string }) => run.insert)
		.join('');
	const most = Math.min(at, plain.length);
	return /[\uDC00-\uDFFF]/.test(plain[most] ?? '') ? most + 1 : most;
}

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
