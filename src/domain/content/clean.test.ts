import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { anyContent } from './arbitrary.ts';
import { cleanContent } from './clean.ts';
import { renderHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import { contentSchema, type Content } from './schema.ts';
import { outline, plainText } from './text.ts';
import { readContent } from './yjs.ts';

const isValid = (cleaned: Content) => {
	contentSchema.nodeFromJSON(cleaned).check();
	return true;
};
const doc = (...nodes: unknown[]) => ({ type: 'doc', content: nodes }) as Content;
const text = (words: string, marks?: unknown) => ({ type: 'text', text: words, marks });

test('a text that is as it should be stays as it is', () => {
	fc.assert(
		fc.property(anyContent, (given) => {
			const cleaned = cleanContent(given);
			expect(isValid(cleaned)).toBe(true);
			expect(plainText(cleaned)).toBe(plainText(given));
			// A link that leads nowhere is the one thing that goes.
			fc.pre(!JSON.stringify(given).includes('javascript:'));
			const before = contentSchema.nodeFromJSON(given).toString();
			expect(contentSchema.nodeFromJSON(cleaned).toString()).toBe(before);
		})
	);
});

test('what is unknown or out of place gives way, and what is written in it stays', () => {
	const odd = doc(
		text('loose'),
		{ type: 'evil', content: [{ type: 'paragraph', content: [text('inside')] }] },
		{ type: 'listItem', content: [{ type: 'paragraph', content: [text('item')] }] },
		{ type: 'bulletList', content: [{ type: 'paragraph', content: [text('no item')] }] },
		{ type: 'table', content: [{ type: 'paragraph', content: [text('no row')] }] },
		{ type: 'heading', content: [{ type: 'paragraph', content: [text('deep')] }] },
		{ type: 'codeBlock', content: [text('code', [{ type: 'bold' }])] },
		{ type: 'constructor', content: [text('inherited')] },
		{ type: 'paragraph', content: [text('marked', [{ type: 'evil' }, { type: '__proto__' }])] }
	);
	const cleaned = cleanContent(odd);
	expect(isValid(cleaned)).toBe(true);
	for (const word of 'loose inside item no-item no-row deep code inherited marked'.split(' ')) {
		expect(plainText(cleaned)).toContain(word.replace('-', ' '));
	}
});

test('attributes become what they may be', () => {
	const cell = (attrs: unknown) => ({
		type: 'table',
		content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs, content: [] }] }]
	});
	const html = renderHtml(
		cleanContent(
			doc(
				cell({ align: 'left;position:fixed;inset:0', colspan: 1e9, colwidth: ['x'] }),
				{ type: 'heading', attrs: { level: { toString: 1 } }, content: [text('h')] },
				{ type: 'codeBlock', attrs: { language: 'x" onclick="y' }, content: [text('c')] },
				{
					type: 'paragraph',
					content: [text('l', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])]
				}
			)
		)
	);
	expect(html).not.toMatch(/fixed|onclick|javascript|1000000000/);
});

test('nothing that somebody can put in a Y.Doc keeps a text from being read, shown and exported', () => {
	const hostile: ((root: Y.XmlFragment) => void)[] = [
		(root) => root.insert(0, [new Y.XmlElement('evil')]),
		(root) => root.insert(0, [new Y.XmlText('under the root')]),
		(root) => root.insert(0, [new Y.XmlHook('hook') as never]),
		(root) => {
			const words = new Y.XmlText();
			root.insert(0, [words]);
			words.insertEmbed(0, { image: 'x' });
			words.insert(0, 'NUL \0 and half \ud800 a pair', { evil: true, __proto__: { a: 1 } });
		},
		(root) => {
			const heading = new Y.XmlElement('heading');
			heading.setAttribute('level', { toString: 1 } as never);
			root.insert(0, [heading]);
		},
		(root) => {
			let at: Y.XmlFragment = root;
			for (let depth = 0; depth < 3000; depth++) {
				const quote = new Y.XmlElement('blockquote');
				at.insert(0, [quote]);
				at = quote;
			}
		}
	];
	for (const put of hostile) {
		const part = new Y.Doc();
		const honest = new Y.XmlElement('paragraph');
		part.getXmlFragment('default').insert(0, [honest]);
		honest.insert(0, [new Y.XmlText('honest words')]);
		put(part.getXmlFragment('default'));
		const read = readContent(part);
		expect(isValid(read)).toBe(true);
		expect(renderHtml(read)).toContain('honest words');
		expect(renderMarkdown('t', read)).toContain('honest words');
		expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\ud800/);
		outline(read);
	}
}, 20_000);

test('thousands of headings of one name each get their anchor without delay', () => {
	const heading = { type: 'heading', attrs: { level: 1 }, content: [text('a')] };
	const entries = outline(doc(...Array.from({ length: 8000 }, () => heading)));
	expect(new Set(entries.map(({ id }) => id)).size).toBe(8000);
});
