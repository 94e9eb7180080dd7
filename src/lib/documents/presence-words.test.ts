import { expect, test } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { presenceInWords } from './presence-words.ts';

overwriteGetLocale(() => 'nl');

const samira = { person: '1', name: 'Samira el Idrissi', writing: true };
const joost = { person: '2', name: 'Joost ten Velde', writing: true };
const gerda = { person: '3', name: 'Gerda Nijhuis', writing: false };

test('nobody is nothing to say', () => {
	expect(presenceInWords([])).toBe('');
});

test('who writes goes before who reads', () => {
	expect(presenceInWords([gerda, samira])).toBe('Samira schrijft mee');
	expect(presenceInWords([gerda])).toBe('Gerda leest');
});

test('two are named, of more the first is and the others are counted', () => {
	expect(presenceInWords([samira, joost])).toBe('Samira en Joost schrijven mee');
	const all = [samira, joost, { ...gerda, writing: true }];
	expect(presenceInWords(all)).toBe('Samira en 2 anderen schrijven mee');
});
