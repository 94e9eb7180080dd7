import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ElementIndex } from './element-index.ts';
import { LIMITS } from './limits.ts';
import { readShape, readStoredShape } from './shape.ts';

test('[P7] nodes too deep are refused, also when they come one by one, and the index stays as it was', () => {
	const index = new ElementIndex();
	const doc = new Y.Doc();
	doc.on('update', (update: Uint8Array) => updates.push(update));
	const updates: Uint8Array[] = [];
	let parent: Y.XmlFragment = doc.getXmlFragment('default');
	for (let depth = 0; depth <= LIMITS.elementDepth; depth++) {
		const quote = new Y.XmlElement('blockquote');
		parent.insert(0, [quote]);
		parent = quote;
	}
	const last = updates.pop()!;
	for (const update of updates) index.take(readShape(update));
	for (let nth = 0; nth < 2; nth++) {
		expect(() => index.take(readShape(last))).toThrow(
			expect.objectContaining({ reason: 'budget' })
		);
	}
});

test('[P7] a value where children stand is refused, whatever it is next to', () => {
	const doc = new Y.Doc();
	const text = doc.getXmlFragment('default');
	text.insert(0, [new Y.XmlElement('paragraph')]);
	const index = new ElementIndex();
	index.load(readStoredShape(Y.encodeStateAsUpdate(doc)));
	const before = Y.encodeStateVector(doc);
	Y.Array.prototype.insert.call(text, 1, ['tip']);
	const shape = readShape(Y.encodeStateAsUpdate(doc, before));
	expect(() => index.take(shape)).toThrow(expect.objectContaining({ reason: 'place' }));
});
