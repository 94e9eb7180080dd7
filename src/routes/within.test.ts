import { expect, test } from 'vitest';
import { within } from './within.ts';

const here = new URL('https://wisselwerking.test/login');

test('an address of ours is kept whole', () => {
	expect(within(here, '/document/1?part=2#top')).toBe('/document/1?part=2#top');
	expect(within(here, 'https://wisselwerking.test/themes')).toBe('/themes');
});

test.each([
	null,
	'',
	'https://elsewhere.example/login',
	'//elsewhere.example',
	'/\\elsewhere.example',
	'\\\\elsewhere.example',
	'/\t/elsewhere.example',
	'https:elsewhere.example/',
	'https://wisselwerking.test@elsewhere.example/',
	'http://wisselwerking.test/themes',
	'javascript:alert(1)',
	'data:text/html,x',
	'/.//elsewhere.example',
	'/a/..//elsewhere.example'
])('%j leads to no other place than ours', (address) => {
	const to = new URL(within(here, address), here);
	expect(to.origin).toBe(here.origin);
});
