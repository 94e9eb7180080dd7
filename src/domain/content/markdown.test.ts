import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyContent } from './arbitrary.ts';
import { renderMarkdown } from './markdown.ts';
import type { Content } from './schema.ts';
import { plainText } from './text.ts';

const doc = (...content: Content[]): Content => ({ type: 'doc', content });
const text = (words: string, ...marks: string[]): Content => ({
	type: 'text',
	text: words,
	marks: marks.map((type) => ({ type }))
});
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content });
const body = (...content: Content[]) =>
	renderMarkdown('T', doc(...content)).slice('# T\n\n'.length);

test('the title is the first heading and headings go below it', () => {
	const content = doc({ type: 'heading', attrs: { level: 1 }, content: [text('Kop')] });
	expect(renderMarkdown('Een *titel*', content)).toBe('# Een \\*titel\\*\n\n## Kop\n');
});

test('marks keep spaces outside their signs', () => {
	expect(body(paragraph(text('a'), text(' b ', 'bold'), text('c', 'italic')))).toBe(
		'a **b** *c*\n'
	);
});

test('lists nest and tasks have boxes', () => {
	const nested = {
		type: 'bulletList',
		content: [{ type: 'listItem', content: [paragraph(text('c'))] }]
	};
	const list = {
		type: 'orderedList',
		content: [
			{ type: 'listItem', content: [paragraph(text('a')), nested] },
			{ type: 'listItem', content: [paragraph(text('b'))] }
		]
	};
	expect(body(list)).toBe('1. a\n\n   - c\n2. b\n');
	const task = (checked: boolean) => ({
		type: 'taskItem',
		attrs: { checked },
		content: [paragraph(text('a'))]
	});
	expect(body({ type: 'taskList', content: [task(true), task(false)] })).toBe('- [x] a\n- [ ] a\n');
});

test('callouts and quotes are quotes with a name', () => {
	const callout = { type: 'callout', attrs: { kind: 'tip' }, content: [paragraph(text('a'))] };
	expect(body(callout)).toBe('> [!TIP]\n> a\n');
	const quote = {
		type: 'blockquote',
		attrs: { source: 'mevrouw A.' },
		content: [paragraph(text('b'))]
	};
	expect(body(quote)).toBe('> b\n>\n> — mevrouw A.\n');
});

test('a table has a header row, also when the text has none', () => {
	const cell = (words: string) => ({ type: 'tableCell', content: [paragraph(text(words))] });
	const table = {
		type: 'table',
		content: [{ type: 'tableRow', content: [cell('a|b'), cell('c')] }]
	};
	expect(body(table)).toBe('|  |  |\n| --- | --- |\n| a\\|b | c |\n');
});

test('what would start a block at the start of a line does not', () => {
	expect(body(paragraph(text('1. nee')))).toBe('1\\. nee\n');
	expect(body(paragraph(text('- nee')))).toBe('\\- nee\n');
});

test('any text becomes Markdown and every letter of it survives', () => {
	// Letters and digits only, in order: signs may be escaped, and formatting adds letters of its own.
	const letters = (words: string) => words.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
	fc.assert(
		fc.property(anyContent, (content) => {
			const kept = letters(renderMarkdown('', content));
			let at = 0;
			for (const letter of letters(plainText(content))) {
				at = kept.indexOf(letter, at) + 1;
				expect(at).toBeGreaterThan(0);
			}
		})
	);
});
