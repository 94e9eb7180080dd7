import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { allowedAddress, typedAddress } from './address.ts';
import { anyContent } from './arbitrary.ts';
import { validContent } from './known.ts';
import { contentSchema, EMPTY_CONTENT } from './schema.ts';
import type { Content } from './schema.ts';
import { hasText, outline, plainText, wordCount } from './text.ts';
import { contentUpdate, rawContent, readContent } from './yjs.ts';

const text = (words: string) => ({ type: 'text', text: words });
const heading = (level: number, words: string) => ({
	type: 'heading',
	attrs: { level },
	content: [text(words)]
});
const doc = (...content: Content[]): Content => ({ type: 'doc', content });

describe('addresses', () => {
	test('only http, https, mailto and tel are allowed', () => {
		for (const address of ['https://a.nl', 'http://a.nl/b', 'mailto:a@b.nl', 'tel:+31612345678']) {
			expect(allowedAddress(address)).toBe(address);
		}
		const refused = [
			'javascript:alert(1)',
			' java\nscript:alert(1)',
			'data:text/html,x',
			'//a.nl',
			'a.nl',
			'vbscript:x',
			'blob:https://a.nl/1',
			'',
			7,
			null
		];
		for (const address of refused) expect(allowedAddress(address)).toBeNull();
	});

	test('what people type gets the scheme they left out', () => {
		expect(typedAddress('movisie.nl/wmo')).toBe('https://movisie.nl/wmo');
		expect(typedAddress(' anne@saxion.nl ')).toBe('mailto:anne@saxion.nl');
		expect(typedAddress('localhost.test:8080/a')).toBe('https://localhost.test:8080/a');
		for (const typed of ['javascript:alert(1)', 'ftp://a.nl', 'een zin', 'woord', '']) {
			expect(typedAddress(typed)).toBeNull();
		}
	});
});

describe('text', () => {
	test('guidance is no text', () => {
		const content = doc({ type: 'paragraph', attrs: { guidance: 'Wat is je vraag?' } });
		expect(plainText(content)).toBe('');
		expect(hasText(content)).toBe(false);
		expect(hasText(EMPTY_CONTENT)).toBe(false);
	});

	test('blocks stand on lines, cells of a row on one line', () => {
		const cell = (words: string) => ({
			type: 'tableCell',
			content: [{ type: 'paragraph', content: [text(words)] }]
		});
		const table = {
			type: 'table',
			content: [{ type: 'tableRow', content: [cell('a'), cell('b')] }]
		};
		const quote = {
			type: 'blockquote',
			attrs: { source: 'mevrouw A.' },
			content: [{ type: 'paragraph', content: [text('Een schaar.')] }]
		};
		expect(plainText(doc(heading(1, 'Kop'), quote, table))).toBe(
			'Kop\nEen schaar.\nmevrouw A.\na\tb'
		);
	});

	test('words are counted as people count them', () => {
		const words = "Eénzame foto's van 12.000 wijk-teams: niks meer.";
		expect(wordCount(doc({ type: 'paragraph', content: [text(words)] }))).toBe(7);
	});

	test('headings with the same words have different anchors; empty ones have none', () => {
		const content = doc(heading(1, 'Wat we zágen?'), heading(2, 'Wat we zagen'), heading(2, ' '));
		expect(outline(content)).toEqual([
			{ id: 'kop-wat-we-zagen', level: 1, text: 'Wat we zágen?' },
			{ id: 'kop-wat-we-zagen-2', level: 2, text: 'Wat we zagen' }
		]);
	});
});

describe('what a text may be', () => {
	test('what comes from outside is valid or null', () => {
		expect(validContent(EMPTY_CONTENT)).toEqual({
			type: 'doc',
			content: [{ type: 'paragraph', attrs: { guidance: null } }]
		});
		for (const value of [null, 3, {}, { type: 'paragraph' }, doc(), doc({ type: 'listItem' })]) {
			expect(validContent(value)).toBeNull();
		}
	});
});

describe('Yjs', () => {
	test('a text comes back from its first update as it went in', () => {
		fc.assert(
			fc.property(anyContent, (content) => {
				const part = new Y.Doc();
				Y.applyUpdate(part, contentUpdate(content));
				const back = contentSchema.nodeFromJSON(rawContent(part));
				expect(back.eq(contentSchema.nodeFromJSON(content))).toBe(true);
			}),
			{ numRuns: 60 }
		);
	});

	test('reading a text does not edit it', () => {
		const part = new Y.Doc();
		Y.applyUpdate(part, contentUpdate(doc(heading(1, 'Kop'), { type: 'paragraph' })));
		let updates = 0;
		part.on('update', () => (updates += 1));
		readContent(part);
		expect(updates).toBe(0);
	});
});
