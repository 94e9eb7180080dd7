import { expect, test } from 'vitest';
import { commentLine } from './comment-line.ts';

const names = { person: (id: string) => `Name of ${id}`, function: () => 'Lectoren' };

test('a line holds what was said, with names, and no line ends', () => {
	const body = [
		{ text: 'Kijk,\n' },
		{ person: 'p' },
		{ text: '  en ' },
		{ function: 'lector' as const }
	];
	expect(commentLine(body, names)).toBe('Kijk, @Name of p en @Lectoren');
});

test('a long one ends at a word, and never in half a character', () => {
	const line = commentLine([{ text: 'woord '.repeat(60) }], names);
	expect(line).toMatch(/^(woord )+woord…$/);
	expect(line.length).toBeLessThanOrEqual(141);
	const wide = commentLine([{ text: '😀'.repeat(200) }], names);
	expect(wide.isWellFormed()).toBe(true);
	expect(wide.length).toBeLessThanOrEqual(141);
});
