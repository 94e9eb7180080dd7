import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { makePoison } from '#tests/live/poison.ts';
import { buildDoc, buildText } from './stored-text.ts';

const rows = (...updates: Uint8Array[]) =>
	updates.map((bytes, index) => ({ id: BigInt(index), bytes }));

test('an update that can not be applied costs nothing but itself', () => {
	const other = new Y.Doc();
	other.getText('other').insert(0, 'still here');
	const { honest, poison } = makePoison(Y.encodeStateAsUpdate(new Y.Doc()));
	const updates = rows(honest, poison, Y.encodeStateAsUpdate(other));
	const { doc, unsound } = buildText({ snapshot: null, updates });
	expect(doc.getXmlFragment('default').toString()).toContain('poison');
	expect(doc.getText('other').toString()).toBe('still here');
	expect(unsound).toEqual([1n]);
});

test('a text of which the snapshot can not be read is no empty text', () => {
	expect(() => buildDoc({ snapshot: Uint8Array.of(1, 2, 3), updates: [] })).toThrow();
});
