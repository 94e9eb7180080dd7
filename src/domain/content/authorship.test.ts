import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { anyContent } from './arbitrary.ts';
import { writtenRuns } from './authorship.ts';
import { TEXT_FRAGMENT, type Content } from './schema.ts';
import { WORD, wordCount } from './text.ts';
import { contentUpdate, readContent } from './yjs.ts';

/** A text of which each paragraph is begun by another client. */
function written(...paragraphs: [client: number, ...lines: string[]][]): Y.Doc {
	const doc = new Y.Doc();
	for (const [client, ...lines] of paragraphs) {
		doc.clientID = client;
		const paragraph = new Y.XmlElement('paragraph');
		doc.getXmlFragment(TEXT_FRAGMENT).push([paragraph]);
		for (const [nth, line] of lines.entries()) {
			if (nth > 0) paragraph.push([new Y.XmlElement('hardBreak')]);
			paragraph.push([new Y.XmlText(line)]);
		}
	}
	return doc;
}

test('words of two blocks or lines stay apart, whoever wrote them', () => {
	expect(writtenRuns(written([1, 'Zij'], [1, 'vertelt', 'nu'], [2, 'verder']))).toEqual([
		{ client: 1, text: 'Zij\nvertelt\nnu\n' },
		{ client: 2, text: 'verder' }
	]);
});

test('empty blocks and formatting within a word part nothing', () => {
	const doc = written([1, 'onthouden'], [1, '']);
	const line = doc.getXmlFragment(TEXT_FRAGMENT).get(0);
	if (!(line instanceof Y.XmlElement)) throw new Error('no paragraph');
	const [text] = line.toArray();
	if (!(text instanceof Y.XmlText)) throw new Error('no text');
	doc.clientID = 2;
	text.format(0, 3, { bold: {} });
	expect(writtenRuns(doc)).toEqual([{ client: 1, text: 'onthouden' }]);
});

test('the runs of a text have as many words as the text itself, without the stated sources of quotes', () => {
	const withoutSources = (node: Content): Content => ({
		...node,
		...(node.type === 'blockquote' && { attrs: { source: null } }),
		...(node.content && { content: node.content.map(withoutSources) })
	});
	fc.assert(
		fc.property(anyContent.map(withoutSources), (content) => {
			const doc = new Y.Doc();
			Y.applyUpdate(doc, contentUpdate(content));
			const all = writtenRuns(doc).map(({ text }) => text);
			expect(all.join('').match(WORD)?.length ?? 0).toBe(wordCount(readContent(doc)));
		})
	);
});
