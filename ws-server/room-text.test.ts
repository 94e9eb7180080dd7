import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { newIn } from './edit.ts';
import { LiveText } from './live-text.ts';
import { RoomText } from './room-text.ts';
import { readShape } from './shape.ts';

function roomWith(snapshot: Uint8Array): RoomText {
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
			broken() {}
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
