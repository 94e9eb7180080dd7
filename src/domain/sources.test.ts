import { expect, test } from 'vitest';
import { missingKinds, SOURCE_KINDS, sourceAddress } from './sources.ts';

test('an address of a source is one of the web', () => {
	expect(sourceAddress(' https://doi.org/10.1000/182 ')).toBe('https://doi.org/10.1000/182');
	expect(sourceAddress('http://wisselwerking.example')).toBe('http://wisselwerking.example/');
});

test.each([
	'javascript:alert(1)',
	'JAVASCRIPT:alert(1)',
	'java\nscript:alert(1)',
	'data:text/html,x',
	'ftp://wisselwerking.example',
	'//wisselwerking.example',
	'/document',
	'wisselwerking.example',
	'https://bank.example@elsewhere.example',
	'https://een twee.example',
	'https://',
	`https://wisselwerking.example/${'x'.repeat(2000)}`,
	''
])('%j is none', (typed) => {
	expect(sourceAddress(typed)).toBeNull();
});

test('a kind without a source is missing', () => {
	expect(missingKinds([])).toEqual(SOURCE_KINDS);
	expect(missingKinds([{ kind: 'practice' }, { kind: 'practice' }])).toEqual([
		'research',
		'experience'
	]);
	expect(missingKinds(SOURCE_KINDS.map((kind) => ({ kind })))).toEqual([]);
});
