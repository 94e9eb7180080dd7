import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { newIn } from './edit.ts';
import { Frontier } from './frontier.ts';
import { LiveText } from './live-text.ts';
import { readStoredShape } from './shape.ts';

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

const nothing = () => new LiveText({ snapshot: null, updates: [] });
const edit = (update: Uint8Array) => ({ update, shape: readStoredShape(update) });

/** Counts on an update, if everything before it is there. */
function advance(frontier: Frontier, update: Uint8Array): boolean {
	const shape = readStoredShape(update);
	if (!frontier.reaches(shape)) return false;
	frontier.advance(shape);
	return true;
}

test('[D4] an update may build on what waits to be committed', () => {
	const [first, second] = history(
		(text) => text.insert(0, 'a'),
		(text) => text.insert(1, 'b')
	);
	const frontier = new Frontier(nothing());
	expect(advance(frontier, first!)).toBe(true);
	expect(advance(frontier, second!)).toBe(true);
});

test('[D4] an update that lacks what comes before it does not count, nor does what builds on it', () => {
	const [first, second, third] = history(
		(text) => text.insert(0, 'a'),
		(text) => text.insert(1, 'b'),
		(text) => text.delete(0, 2)
	);
	const frontier = new Frontier(nothing());
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
	expect(advance(new Frontier(nothing()), merged)).toBe(true);
	expect(advance(new Frontier(nothing()), Y.mergeUpdates(updates.slice(1)))).toBe(false);
});

test('[D4] a hole between two edits of one client is seen', () => {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update) => updates.push(update));
	for (const letter of 'abc') doc.getText().insert(0, letter);
	const holed = Y.mergeUpdates([updates[0]!, updates[2]!]);
	expect(advance(new Frontier(nothing()), holed)).toBe(false);
});

test('[A3] a text holds an update once its text is there and its deletes are done', () => {
	const [insert, remove] = history(
		(text) => text.insert(0, 'abc'),
		(text) => text.delete(1, 1)
	);
	const text = nothing();
	expect(newIn(edit(insert!), text)).toEqual(edit(insert!));
	text.take(edit(insert!));
	expect(newIn(edit(insert!), text)).toBeNull();
	expect(newIn(edit(remove!), text)).toEqual(edit(remove!));
	text.take(edit(remove!));
	expect(newIn(edit(remove!), text)).toBeNull();
	expect(newIn(edit(Y.encodeStateAsUpdate(new Y.Doc())), text)).toBeNull();
});

test('[A3] nor is what waits to be committed stored twice', () => {
	const [insert] = history((text) => text.insert(0, 'abc'));
	const frontier = new Frontier(nothing());
	advance(frontier, insert!);
	expect(newIn(edit(insert!), frontier)).toBeNull();
});

test('[D4] an update in which a hundred clients wait for each other takes time for each struct once', () => {
	const clients = 100;
	const turns = 1000;
	const structs = Array.from({ length: clients * turns }, (_, nth) => {
		const [client, clock] = [Math.floor(nth / turns), nth % turns];
		// Each waits for the one before it, and the first for the last one's turn before.
		const needs =
			client > 0
				? [{ client: client - 1, clock }]
				: clock > 0
					? [{ client: clients - 1, clock: clock - 1 }]
					: [];
		return { client, from: clock, to: clock + 1, needs };
	});
	const waitForLast = Array.from({ length: 99 }, (_, nth) => ({
		client: 1000 + nth,
		from: 0,
		to: 1,
		needs: [{ client: clients - 1, clock: turns - 1 }]
	}));
	const began = performance.now();
	const all = { structs: [...waitForLast, ...structs], deletes: [] };
	expect(new Frontier(nothing()).reaches(all)).toBe(true);
	expect(new Frontier(nothing()).reaches({ structs: waitForLast, deletes: [] })).toBe(false);
	expect(performance.now() - began).toBeLessThan(1000);
});
