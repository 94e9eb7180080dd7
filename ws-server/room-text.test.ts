import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { newIn } from './edit.ts';
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
