import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { encodeClocks } from './clocks.ts';
import { newIn } from './edit.ts';
import { LIMITS } from './limits.ts';
import { LiveText } from './live-text.ts';
import { READ_WITHIN_MS, RoomText, type RoomTextOptions } from './room-text.ts';
import { readShape } from './shape.ts';

function roomWith(snapshot: Uint8Array, options: Partial<RoomTextOptions> = {}): RoomText {
	const text = new LiveText({ snapshot, updates: [] });
	return new RoomText(
		{ text, owners: new Map(), unsound: [], logBytes: 0 },
		{
			compact: () => Promise.resolve(null),
			load: () => Promise.reject(new Error('nothing else is stored')),
			learned() {},
			tell() {},
			changedElsewhere() {},
			report() {},
			broken() {},
			...options
		}
	);
}

test('[P7] a value of another attribute is refused, also beside what the text has already', () => {
	const doc = new Y.Doc();
	const heading = new Y.XmlElement('heading');
	doc.getXmlFragment('default').insert(0, [heading]);
	heading.setAttribute('level', 2 as unknown as string);
	const before = Y.encodeStateAsUpdate(doc);
	const vector = Y.encodeStateVector(doc);
	heading.setAttribute('level', 'tip');
	for (const update of [Y.encodeStateAsUpdate(doc, vector), Y.encodeStateAsUpdate(doc)]) {
		const room = roomWith(before);
		const shape = readShape(update);
		const added = newIn({ update, shape }, room.frontier)!;
		expect(() => room.expect(added.shape, shape)).toThrow(
			expect.objectContaining({ reason: 'place' })
		);
	}
});

test('[R12] a log that is not read in time is not waited for: the room closes, and people come back', async () => {
	vi.useFakeTimers();
	try {
		const closed: number[] = [];
		const room = roomWith(Y.encodeStateAsUpdate(new Y.Doc()), {
			load: () => new Promise(() => {}),
			broken: (code) => closed.push(code)
		});
		const caughtUp = room.catchUp();
		await vi.advanceTimersByTimeAsync(READ_WITHIN_MS);
		await caughtUp;
		expect(closed).toEqual([4503]);
	} finally {
		vi.useRealTimers();
	}
});

test('[L6] however many ask with another state vector, what they lack takes a bounded time, and brings them up to date', () => {
	const doc = new Y.Doc();
	const lines = doc.getXmlFragment('default');
	for (let nth = 0; nth < 5_000; nth++) {
		const line = new Y.XmlElement('paragraph');
		lines.insert(0, [line]);
		line.insert(0, [new Y.XmlText(`line ${nth}`)]);
	}
	const snapshot = Y.encodeStateAsUpdate(doc);
	const room = roomWith(snapshot);
	const half = Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID)! / 2;
	const ask = (nth: number) => {
		const vector = encodeClocks(new Map([[doc.clientID, Math.floor(half) - nth]]));
		return room.differenceSince(vector);
	};
	expect(ask(0)).not.toContain(snapshot);
	let asked = 1;
	while (asked < 2_000 && !ask(asked).includes(snapshot)) asked++;
	expect(asked).toBeLessThan(2_000);
	const began = performance.now();
	for (let nth = 0; nth < 500; nth++) ask(asked + nth);
	// A tenth of it at most went into cutting.
	expect(performance.now() - began).toBeLessThan(500);
	const visitor = new Y.Doc();
	for (const update of ask(0)) Y.applyUpdate(visitor, update);
	expect(Y.equalSnapshots(Y.snapshot(visitor), Y.snapshot(doc))).toBe(true);
});

test('[P9] more deletes at once than a whole text has are refused, not those that it had already', () => {
	const doc = new Y.Doc();
	const line = new Y.XmlText('x'.repeat(2 * LIMITS.newDeletes + 2));
	const paragraph = new Y.XmlElement('paragraph');
	doc.getXmlFragment('default').insert(0, [paragraph]);
	paragraph.insert(0, [line]);
	const before = Y.encodeStateAsUpdate(doc);
	const deletes = Array.from({ length: LIMITS.newDeletes + 1 }, (_, nth) => ({
		client: doc.clientID,
		from: 2 + 2 * nth,
		to: 3 + 2 * nth
	}));
	const expectAll = (room: RoomText) => () => {
		const shape = { structs: [], blocks: [], pieces: [], deletes };
		const edit = newIn({ update: Uint8Array.of(0, 0), shape }, room.frontier);
		if (edit) room.expect(edit.shape, shape);
		return edit;
	};
	const room = roomWith(before);
	expect(expectAll(room)).toThrow(expect.objectContaining({ reason: 'budget' }));
	room.frontier.advance({ blocks: [], deletes });
	expect(expectAll(room)()).toBeNull();
});
