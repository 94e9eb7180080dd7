import { expect, test } from 'vitest';
import { pastedContent } from './pasted.ts';
import { plainText } from './text.ts';

const lines = (text: string) => plainText(pastedContent(text)).split('\n').filter(Boolean);

test('lines between blank lines are one paragraph', () => {
	expect(lines('Een regel\nen nog een.\n\nTwee.')).toEqual(['Een regel en nog een.', 'Twee.']);
});

test('without blank lines every line is one', () => {
	expect(lines('Een.\r\nTwee.')).toEqual(['Een.', 'Twee.']);
});

test('points of a list stay apart, and a heading is one', () => {
	const text = '## Artikel 1\nWij vragen:\n- dit\n- dat\n1. en dit\n\nKlaar.';
	expect(lines(text)).toEqual([
		'Artikel 1',
		'Wij vragen:',
		'- dit',
		'- dat',
		'1. en dit',
		'Klaar.'
	]);
	expect(pastedContent(text).content?.[0]?.type).toBe('heading');
});

test('nothing is a text too', () => {
	expect(pastedContent(' \n ')).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
});
