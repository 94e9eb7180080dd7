import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { anyContent } from '../arbitrary.ts';
import { TEXT_FRAGMENT } from '../schema.ts';
import { contentUpdate } from '../yjs.ts';
import { docOf, isKnown } from './read.ts';

const WORDS = {
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }]
};

/** A text after somebody with another editor changed its first paragraph. */
function changed(change: (paragraph: Y.XmlElement, words: Y.XmlText) => void): boolean {
	const doc = docOf(contentUpdate(WORDS));
	const paragraph = doc.getXmlFragment(TEXT_FRAGMENT).get(0);
	if (!(paragraph instanceof Y.XmlElement)) throw new Error('no paragraph');
	const words: unknown = paragraph.get(0);
	if (!(words instanceof Y.XmlText)) throw new Error('no words');
	change(paragraph, words);
	return isKnown(doc);
}

test('an editor knows every text of its schema', () => {
	fc.assert(fc.property(anyContent, (content) => isKnown(docOf(contentUpdate(content)))));
});

test('it does not know a node, a mark or an attribute of a newer one', () => {
	expect(changed(() => {})).toBe(true);
	expect(changed((paragraph) => paragraph.insert(1, [new Y.XmlElement('footnote')]))).toBe(false);
	expect(changed((paragraph) => paragraph.setAttribute('voice', '1'))).toBe(false);
	expect(changed((_, words) => words.format(0, 1, { comment: true }))).toBe(false);
});

test('a mark that can overlap itself is known by its name, and one that was taken away is none', () => {
	expect(changed((_, words) => words.format(0, 1, { 'bold--1234abcd': true }))).toBe(true);
	expect(
		changed((_, words) => {
			words.format(0, 1, { comment: true });
			words.format(0, 1, { comment: null });
		})
	).toBe(true);
	expect(
		changed((_, words) => {
			words.insert(0, 'weg', { comment: true });
			words.delete(0, 3);
		})
	).toBe(true);
});
