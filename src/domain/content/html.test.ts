import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyContent } from './arbitrary.ts';
import { renderHtmlDocument } from './html-document.ts';
import { renderHtml } from './html.ts';
import type { Content } from './schema.ts';

const doc = (...content: Content[]): Content => ({ type: 'doc', content });
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content });
const text = (words: string, ...marks: string[]): Content => ({
	type: 'text',
	text: words,
	marks: marks.map((type) => ({ type }))
});

describe('the page', () => {
	test('headings render below the title and have an anchor', () => {
		const content = doc({ type: 'heading', attrs: { level: 1 }, content: [text('Wat we zagen')] });
		expect(renderHtml(content)).toBe('<h2 data-level="1" id="kop-wat-we-zagen">Wat we zagen</h2>');
		expect(renderHtml(content, { headingPrefix: 'a-' })).toContain('id="a-wat-we-zagen"');
	});

	test('neighbours share the element of their mark', () => {
		const content = doc(paragraph(text('a', 'bold'), text('b', 'bold', 'italic'), text('c')));
		expect(renderHtml(content)).toBe('<p><strong>a<em>b</em></strong>c</p>');
	});

	test('text and attributes are escaped', () => {
		const hostile = '<img src=x onerror="alert(1)">';
		const content = doc(paragraph(text(hostile)), {
			type: 'blockquote',
			attrs: { source: hostile },
			content: [paragraph(text('a'))]
		});
		expect(renderHtml(content)).not.toContain('<img');
		expect(renderHtml(content)).not.toContain('onerror="');
	});

	test('a link with another scheme loses its address', () => {
		const link = (href: string) =>
			doc(paragraph({ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] }));
		expect(renderHtml(link('javascript:alert(1)'))).toBe('<p><a>a</a></p>');
		expect(renderHtml(link('https://a.nl'))).toContain('href="https://a.nl"');
	});

	test('an empty paragraph keeps its height, and its guidance only for who writes', () => {
		const content = doc({ type: 'paragraph', attrs: { guidance: 'Wat is je vraag?' } });
		const lineBreak = '<br class="ProseMirror-trailingBreak">';
		expect(renderHtml(content)).toBe(`<p>${lineBreak}</p>`);
		expect(renderHtml(content, { guidance: true })).toBe(
			`<p data-guidance="Wat is je vraag?" class="is-empty">${lineBreak}</p>`
		);
	});

	test('callouts are named in the language of the page', () => {
		const content = doc({
			type: 'callout',
			attrs: { kind: 'warning' },
			content: [paragraph(text('a'))]
		});
		expect(renderHtml(content)).toContain('>Let op</p>');
		expect(renderHtml(content, { language: 'en' })).toContain('>Note</p>');
	});

	test('no text makes an element or an attribute of its own', () => {
		fc.assert(
			fc.property(anyContent, (content) => {
				const html = renderHtml(content);
				expect(html).not.toMatch(
					/<(?!\/?(?:p|h[234]|ul|ol|li|label|input|span|div|blockquote|footer|table|tbody|tr|th|td|pre|code|hr|br|a|strong|em|u|s)[ >])/
				);
				expect(html).not.toMatch(/href="(?!https:|mailto:)/);
			})
		);
	});
});

test('the exported page is complete and carries no guidance and no script', () => {
	const content = doc({ type: 'paragraph', attrs: { guidance: 'Wat?' } }, paragraph(text('Ja')));
	const page = renderHtmlDocument('Vragen & <antwoorden>', content, 'nl');
	expect(page).toContain('<html lang="nl">');
	expect(page).toContain('<h1>Vragen &amp; &lt;antwoorden&gt;</h1>');
	expect(page).not.toContain('Wat?');
	expect(page).not.toContain('<script');
});
