import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyChange } from '#tests/domain/edits.ts';
import { newsIn, newWords, wordsOf } from './news.ts';
import type { Content } from './schema.ts';

const doc = (...lines: string[]): Content => ({
	type: 'doc',
	content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});

test('what others added is new, one’s own words and what stood there are not', () => {
	const before = doc('Zij vertelt.');
	const content = doc('Zij vertelt veel.', 'Dat schreef ik.');
	const authors = [
		{ person: 'noor', length: 11 },
		{ person: 'sam', length: 5 },
		{ person: 'noor', length: 1 },
		{ person: 'me', length: 15 }
	];
	const news = newsIn(before, { content, authors }, 'me');
	expect(news.map((passage) => [passage.person, wordsOf(passage), passage.line.nth])).toEqual([
		['sam', ' veel', 0]
	]);
	expect(newWords(news)).toBe(1);
	expect(newsIn(content, { content, authors }, 'me')).toEqual([]);
});

test('what a template began with is nobody’s, so it is not new', () => {
	const authors = [{ person: null, length: 11 }];
	expect(newsIn(doc(' '), { content: doc('Zij vertelt'), authors }, 'me')).toEqual([]);
});

test('each new passage stands where it says, and in no other words', () => {
	fc.assert(
		fc.property(anyChange(4), ({ before, after }) => {
			const old = new Set(before.textContent.split(''));
			const side = {
				content: after.toJSON() as Content,
				authors: [{ person: 'sam', length: 100_000 }]
			};
			const lines: string[] = [];
			after.descendants((node) => {
				if (!node.isTextblock) return true;
				lines.push(node.textBetween(0, node.content.size, '', '\n'));
				return false;
			});
			const news = newsIn(before.toJSON() as Content, side, 'me');
			for (const passage of news) expect(lines[passage.line.nth]).toBe(passage.line.text);
			const told = news.map(wordsOf).join('');
			for (const letter of after.textContent.split('')) {
				if (letter.trim() && !old.has(letter)) expect(told).toContain(letter);
			}
		}),
		{ numRuns: 60 }
	);
});
