import { afterEach, expect, test } from 'vitest';
import { firstPages, unfold } from './first-pages.ts';

const BLOCKS = Array.from(
	{ length: 100 },
	(_, nth) => `<p>Alinea ${nth} ${'woord '.repeat(60)}</p>`
);
const place = document.createElement('div');

afterEach(() => place.remove());

/** What of the text can be seen, and how high it is. */
function shown() {
	const paragraphs = [...place.querySelectorAll('p')].filter((one) => one.checkVisibility());
	return { words: paragraphs.map(({ textContent }) => textContent), height: place.scrollHeight };
}

test('a short text is there as a whole', () => {
	const few = BLOCKS.slice(0, 10);
	expect(firstPages(few)).toBe(few.join(''));
});

test('of a long one the first pages are shown, and the rest is as high as it will be guessed to be', () => {
	document.body.append(place);
	place.innerHTML = firstPages(BLOCKS);
	const { words, height } = shown();
	expect(words.length).toBeGreaterThan(20);
	expect(words.length).toBeLessThan(40);
	expect(height).toBeGreaterThan(60 * 8 * 16);
});

test.each([
	['the server drew', (html: string) => (place.innerHTML = html)],
	[
		'was drawn from data',
		(html: string) => {
			const template = document.createElement('template');
			template.innerHTML = html;
			place.replaceChildren(template.content);
		}
	]
])('all of what %s is shown when it is unfolded, each block once', (_, draw) => {
	document.body.append(place);
	draw(firstPages(BLOCKS));
	unfold(place);
	expect(place.innerHTML).toBe(BLOCKS.join(''));
	expect(shown().words).toHaveLength(100);
	unfold(place);
	expect(shown().words).toHaveLength(100);
});
