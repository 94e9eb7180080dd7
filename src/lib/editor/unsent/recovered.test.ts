import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentUpdate, readContent } from '#domain/content/yjs.ts';
import { putBack, wordsIn } from './recovered.ts';

const words = (...lines: string[]) =>
	contentUpdate({
		type: 'doc',
		content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
	});
const docOf = (...updates: Uint8Array[]) => {
	const doc = new Y.Doc();
	for (const update of updates) Y.applyUpdate(doc, update);
	return doc;
};
const paragraph = (doc: Y.Doc, index = 0) =>
	(doc.getXmlFragment('default').get(index) as Y.XmlElement).get(0) as Y.XmlText;
const textOf = (doc: Y.Doc) => JSON.stringify(readContent(doc));

/** What somebody does in a copy of a text, as the update that was not sent. */
function edit(base: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array {
	const doc = docOf(base);
	const edits: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => edits.push(update));
	change(doc);
	return Y.mergeUpdates(edits);
}

const base = words('Aanbellen', 'Wachten');
const typed = edit(base, (doc) => paragraph(doc).insert(9, ' bij de buren'));

test('edits go back where they were made, beside what others did', () => {
	const doc = docOf(base);
	paragraph(doc).insert(0, 'Eerst ');
	expect(putBack(doc, [typed])).toBe('');
	expect(textOf(doc)).toContain('Eerst Aanbellen bij de buren');
});

test('putting back twice is putting back once', () => {
	const doc = docOf(base);
	putBack(doc, [typed]);
	putBack(doc, [typed]);
	expect(textOf(doc).match(/buren/g)).toHaveLength(1);
});

test('words whose paragraph somebody deleted are given back as words', () => {
	const doc = docOf(base);
	doc.getXmlFragment('default').delete(0, 1);
	expect(putBack(doc, [typed])).toBe('bij de buren');
	expect(textOf(doc)).not.toContain('buren');
});

test('edits to a text that was made anew stay out of it', () => {
	const doc = docOf(words('Aanbellen', 'Wachten'));
	const before = Y.encodeStateAsUpdate(doc);
	const later = edit(base, (one) => paragraph(one, 1).insert(7, ' op antwoord'));
	expect(putBack(doc, [later])).toBe('op antwoord');
	expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});

test('bytes that are no edits stay out too', () => {
	const doc = docOf(base);
	const block = edit(base, (one) => {
		one.getXmlFragment('default').insert(0, [new Y.XmlElement('unheardOf')]);
	});
	putBack(doc, [block]);
	expect(textOf(doc)).not.toContain('unheardOf');
});

test('the words of edits leave out what was deleted again, and keep whole signs', () => {
	const edits = edit(base, (doc) => {
		paragraph(doc).insert(9, ' graag 🙂 nu niet');
		paragraph(doc).delete(21, 5);
	});
	expect(wordsIn(edits)).toBe('graag 🙂 nu');
});

test('each new block begins a line', () => {
	const edits = edit(base, (doc) => {
		for (const line of ['Een', 'Twee']) {
			const block = new Y.XmlElement('paragraph');
			doc.getXmlFragment('default').push([block]);
			block.insert(0, [new Y.XmlText(line)]);
		}
	});
	expect(wordsIn(edits)).toBe('Een\nTwee');
});

test('where the text of before is known, words whose paragraph somebody deleted are in the text again, once', () => {
	const doc = docOf(base);
	doc.getXmlFragment('default').delete(0, 1);
	expect(putBack(doc, [typed], base)).toBe('');
	expect(textOf(doc).match(/bij de buren/g)).toHaveLength(1);
	expect(textOf(doc)).not.toContain('Aanbellen');
	expect(putBack(doc, [typed], base)).toBe('');
	expect(textOf(doc).match(/bij de buren/g)).toHaveLength(1);
});

test('and words for a text that was made anew meanwhile find their place in it', () => {
	const doc = docOf(words('Aanbellen', 'Wachten en kijken'));
	const later = edit(base, (one) => paragraph(one, 0).insert(9, ' bij de buren'));
	expect(putBack(doc, [later], base)).toBe('');
	expect(textOf(doc)).toContain('Aanbellen bij de buren');
	expect(textOf(doc).match(/Wachten en kijken/g)).toHaveLength(1);
});

test('what had arrived although nobody heard of it is not put back again', () => {
	const later = edit(docBytes(base, typed), (doc) => paragraph(doc).insert(0, 'Niet '));
	const doc = docOf(base, typed);
	paragraph(doc).delete(9, 13);
	expect(putBack(doc, [typed, later], base)).toBe('');
	expect(textOf(doc)).toContain('"Niet Aanbellen"');
});

const docBytes = (...updates: Uint8Array[]) => Y.encodeStateAsUpdate(docOf(...updates));
