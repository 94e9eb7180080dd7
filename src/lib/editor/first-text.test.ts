import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { takeIn } from './first-text.ts';

const SERVER = 'server';

function updateOf(words: string): Uint8Array {
	const doc = new Y.Doc();
	doc.getText('t').insert(0, words);
	return Y.encodeStateAsUpdate(doc);
}

function listened(doc: Y.Doc) {
	const heard: unknown[] = [];
	const listener = (_: Uint8Array, origin: unknown) => void heard.push(origin);
	doc.on('update', listener);
	return { heard, listener };
}

test('the first text is told to nobody, and all that follows is', () => {
	const doc = new Y.Doc();
	const { heard, listener } = listened(doc);
	takeIn(doc, SERVER, [listener], () => Y.applyUpdate(doc, updateOf('eerst'), SERVER));
	expect(heard).toEqual([]);
	doc.transact(() => doc.getText('t').insert(0, 'ik '), 'me');
	takeIn(doc, SERVER, [listener], () => Y.applyUpdate(doc, updateOf('later'), SERVER));
	expect(heard).toEqual(['me', SERVER]);
});

test('what somebody writes in the moment in which it comes is heard', () => {
	const doc = new Y.Doc();
	const { heard, listener } = listened(doc);
	doc.once('afterTransaction', () => {
		doc.transact(() => doc.getText('t').insert(0, 'meteen '), 'me');
	});
	takeIn(doc, SERVER, [listener], () => Y.applyUpdate(doc, updateOf('eerst'), SERVER));
	expect(heard).toContain('me');
});

test('a text that can’t be read leaves everybody listening', () => {
	const doc = new Y.Doc();
	const { heard, listener } = listened(doc);
	const take = () => Y.applyUpdate(doc, Uint8Array.of(9, 9, 9), SERVER);
	expect(() => takeIn(doc, SERVER, [listener], take)).toThrow();
	doc.transact(() => doc.getText('t').insert(0, 'toch'), 'me');
	expect(heard).toEqual(['me']);
});
