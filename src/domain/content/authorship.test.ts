import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyContent } from './arbitrary.ts';
import { writtenRuns } from './authorship.ts';
import type { Content } from './schema.ts';
import { WORD, wordCount } from './text.ts';

const text = (words: string): Content => ({ type: 'text', text: words });
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content });
const doc = (...content: Content[]): Content => ({ type: 'doc', content });

test('words of two blocks or lines stay apart, whoever wrote them', () => {
	const content = doc(
		paragraph(text('Zij')),
		paragraph(text('vertelt'), { type: 'hardBreak' }, text('nu')),
		paragraph(text('verder'))
	);
	const authors = [
		{ person: 'noor', length: 12 },
		{ person: 'sam', length: 6 }
	];
	expect(writtenRuns(content, authors)).toEqual([
		{ person: 'noor', text: 'Zij\nvertelt\nnu\n' },
		{ person: 'sam', text: 'verder' }
	]);
});

test('empty blocks and formatting within a word part nothing', () => {
	const bold = { ...text('ont'), marks: [{ type: 'bold' }] };
	const content = doc(paragraph(bold, text('houden')), paragraph());
	expect(writtenRuns(content, [{ person: 'noor', length: 9 }])).toEqual([
		{ person: 'noor', text: 'onthouden' }
	]);
});

test('the runs of a text have as many words as the text itself, without the stated sources of quotes', () => {
	const withoutSources = (node: Content): Content => ({
		...node,
		...(node.type === 'blockquote' && { attrs: { source: null } }),
		...(node.content && { content: node.content.map(withoutSources) })
	});
	fc.assert(
		fc.property(anyContent.map(withoutSources), (content) => {
			const all = writtenRuns(content, []).map((run) => run.text);
			expect(all.join('').match(WORD)?.length ?? 0).toBe(wordCount(content));
		})
	);
});
