import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Frontier, holds } from './frontier.ts';
import { BadFrame } from './protocol.ts';
import { readShape } from './shape.ts';

/** The updates of edits that were made one after the other, each by another client. */
function history(...edits: ((text: Y.Text) => void)[]): Uint8Array[] {
	const updates: Uint8Array[] = [];
	let last: Y.Doc | undefined;
	for (const edit of edits) {
		const doc = new Y.Doc();
		if (last) Y.applyUpdate(doc, Y.encodeStateAsUpdate(last));
		doc.on('update', (update) => updates.push(update));
		edit(doc.getText());
		last = doc;
	}
	return updates;
}

const advance = (frontier: Frontier, update: Uint8Array) => frontier.advance(readShape(update));

test('[D4] an update may build on what waits to be committed', () => {
	const [first, second] = history(
		(text) => text.insert(0, 'a'),
		(text) => text.insert(1, 'b')
	);
	const frontier = new Frontier(new Y.Doc());
	expect(advance(frontier, first!)).toBe(true);
	expect(advance(frontier, second!)).toBe(true);
});

test('[D4] an update that lacks what comes before it does not count, nor does what builds on it', () => {
	const [first, second, third] = history(
		(text) => text.insert(0, 'a'),
		(text) => text.insert(1, 'b'),
		(text) => text.delete(0, 2)
	);
	const frontier = new Frontier(new Y.Doc());
	expect(advance(frontier, second!)).toBe(false);
	expect(advance(frontier, third!)).toBe(false);
	expect(advance(frontier, first!)).toBe(true);
	expect(advance(frontier, third!)).toBe(false);
	expect(advance(frontier, second!)).toBe(true);
	expect(advance(frontier, third!)).toBe(true);
});

test('[D4] several clients in one update may need each other, in any order', () => {
	const updates = history(
		...Array.from('abcdef', (letter) => (text: Y.Text) => text.insert(text.length >> 1, letter))
	);
	const merged = Y.mergeUpdates(updates);
	expect(advance(new Frontier(new Y.Doc()), merged)).toBe(true);
	expect(advance(new Frontier(new Y.Doc()), Y.mergeUpdates(updates.slice(1)))).toBe(false);
});

test('[D4] a hole between two edits of one client is seen', () => {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update) => updates.push(update));
	for (const letter of 'abc') doc.getText().insert(0, letter);
	const holed = Y.mergeUpdates([updates[0]!, updates[2]!]);
	expect(advance(new Frontier(new Y.Doc()), holed)).toBe(false);
});

test('[A3] a document holds an update once its text is there and its deletes are done', () => {
	const [insert, remove] = history(
		(text) => text.insert(0, 'abc'),
		(text) => text.delete(1, 1)
	);
	const doc = new Y.Doc();
	expect(holds(doc, readShape(insert!))).toBe(false);
	Y.applyUpdate(doc, insert!);
	expect(holds(doc, readShape(insert!))).toBe(true);
	expect(holds(doc, readShape(remove!))).toBe(false);
	Y.applyUpdate(doc, remove!);
	expect(holds(doc, readShape(remove!))).toBe(true);
	expect(holds(doc, readShape(Y.encodeStateAsUpdate(new Y.Doc())))).toBe(true);
});

test('[P2] an update that breaks off is a bad frame', () => {
	const [update] = history((text) => text.insert(0, 'a longer text'));
	for (let length = 0; length < update!.length; length++) {
		expect(() => readShape(update!.subarray(0, length)), `${length} bytes`).toThrow(BadFrame);
	}
});

test('[P4] structs and deletes of nothing are a bad frame', () => {
	const update = (...numbers: number[]) => new Uint8Array(numbers);
	const nothings = {
		'a delete': update(0, 1, 7, 1, 0, 0),
		'a collected struct': update(1, 1, 7, 0, 0, 0, 0),
		'a deleted struct': update(1, 1, 7, 0, 1, 1, 1, 97, 0, 0),
		'a hole': update(1, 1, 7, 0, 10, 0, 0),
		'a string': update(1, 1, 7, 0, 4, 1, 1, 97, 0, 0),
		'a list': update(1, 1, 7, 0, 8, 1, 1, 97, 0, 0)
	};
	for (const [name, bytes] of Object.entries(nothings)) {
		expect(() => Y.decodeUpdate(bytes), name).not.toThrow();
		expect(() => readShape(bytes), name).toThrow(BadFrame);
	}
});
