import { expect, test } from 'vitest';
import { openingLine } from './opening-line.ts';

test('headings are skipped until a line says something', () => {
	const text =
		'Waarom deze vraag?\nIn het Pioenkwartier wonen 212 mensen boven de zeventig alleen.';
	expect(openingLine(text)).toBe('In het Pioenkwartier wonen 212 mensen boven de zeventig alleen.');
});

test('a text of headings only has no opening line', () => {
	expect(openingLine('Waarom deze vraag?\nWat we zagen')).toBe('');
	expect(openingLine('')).toBe('');
});
