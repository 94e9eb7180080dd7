import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyContent } from '../content/arbitrary.ts';
import { validContent } from '../content/known.ts';
import type { Content } from '../content/schema.ts';
import { EMPTY_CONTENT } from '../content/schema.ts';
import { GUIDANCE_MAX, templateFrom } from './from-text.ts';

const text = (words: string, ...marks: string[]): Content => ({
	type: 'text',
	text: words,
	marks: marks.map((type) => ({ type }))
});
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content });
const heading = (...content: Content[]): Content => ({
	type: 'heading',
	attrs: { level: 2 },
	content
});
const doc = (...content: Content[]): Content => ({ type: 'doc', content });
const guided = (guidance: string): Content => ({ type: 'paragraph', attrs: { guidance } });

/** Every word that stands in the text itself, outside headings and the names of columns. */
function written(node: Content): string[] {
	if (node.type === 'heading' || node.type === 'tableHeader') return [];
	return [...(node.text ? [node.text] : []), ...(node.content ?? []).flatMap(written)];
}

function marksIn(node: Content): unknown[] {
	return [...(node.marks ?? []), ...(node.content ?? []).flatMap(marksIn)];
}

test('headings stay, and paragraphs become guidance without formatting', () => {
	const made = templateFrom(
		doc(heading(text('Aanleiding', 'bold')), paragraph(text('Wat '), text('gebeurde', 'italic')))
	);
	expect(made).toEqual(doc(heading({ type: 'text', text: 'Aanleiding' }), guided('Wat gebeurde')));
});

test('guidance that nobody wrote over stays, and empty lines go', () => {
	const own = guided('Waar speelt dit?');
	expect(templateFrom(doc(heading(text('Context')), own, paragraph()))).toEqual(
		doc(heading({ type: 'text', text: 'Context' }), own)
	);
	expect(templateFrom(doc(paragraph()))).toEqual(EMPTY_CONTENT);
});

test('what somebody said goes, with who said it', () => {
	const quote = {
		type: 'blockquote',
		attrs: { source: 'Mevrouw A.' },
		content: [paragraph(text('Ik durfde niet te bellen.'))]
	};
	const made = JSON.stringify(templateFrom(doc(quote)));
	expect(made).not.toContain('Mevrouw A.');
	expect(made).not.toContain('bellen');
});

test('a tick goes, and a table keeps its shape and the names of its columns', () => {
	const task = {
		type: 'taskList',
		content: [
			{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('Bel de wijk'))] }
		]
	};
	const cell = (type: string, child: Content): Content => ({ type, content: [child] });
	const table = {
		type: 'table',
		content: [
			{
				type: 'tableRow',
				content: ['Wie', 'Wat'].map((each) => cell('tableHeader', paragraph(text(each))))
			},
			{
				type: 'tableRow',
				content: [
					cell('tableCell', paragraph(text('de buurvrouw'))),
					cell('tableCell', { type: 'codeBlock', content: [text('x')] })
				]
			}
		]
	};
	const [list, grid] = templateFrom(doc(task, table)).content ?? [];
	expect(list?.content?.[0]?.attrs).toEqual({ checked: false });
	expect(grid?.content?.map((row) => row.content?.length)).toEqual([2, 2]);
	expect(JSON.stringify(grid?.content?.[0])).toContain('"text":"Wie"');
	expect(written(grid ?? {})).toEqual([]);
});

test('a long paragraph is cut at a word', () => {
	const [made] = templateFrom(doc(paragraph(text('woord '.repeat(200))))).content ?? [];
	const guidance = String(made?.attrs?.['guidance']);
	expect(guidance.length).toBeLessThanOrEqual(GUIDANCE_MAX + 1);
	expect(guidance).toMatch(/woord…$/);
});

test('whatever the text, a template can be opened, says nothing but headings, and stays itself', () => {
	fc.assert(
		fc.property(anyContent, (content) => {
			const made = templateFrom(content);
			expect(validContent(made)).not.toBeNull();
			expect(written(made)).toEqual([]);
			expect(marksIn(made)).toEqual([]);
			expect(templateFrom(made)).toEqual(made);
		})
	);
});
