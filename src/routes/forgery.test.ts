import { expect, test } from 'vitest';
import { isForged } from './forgery.ts';

const here = 'https://wisselwerking.test';

function forged(
	path: string,
	headers: Record<string, string>,
	{ method = 'POST', at = here } = {}
): boolean {
	const url = new URL(path, at);
	return isForged(new Request(url, { method, headers }), url, here);
}

test('a form of our own passes, also at the name that a proxy keeps for itself', () => {
	expect(forged('/login', { origin: here })).toBe(false);
	expect(forged('/login', { origin: here }, { at: 'http://10.0.0.7:3000' })).toBe(false);
});

test.each(['https://elsewhere.example', 'http://wisselwerking.test', 'null', ''])(
	'a change from %j is refused, whatever it holds',
	(origin) => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			expect(forged('/login', { origin }, { method })).toBe(true);
			expect(forged('/api/v1/documents', { origin }, { method })).toBe(true);
		}
	}
);

test('a browser that names no origin still says that it comes from another site', () => {
	expect(forged('/login', { 'sec-fetch-site': 'cross-site' })).toBe(true);
	expect(forged('/login', { 'sec-fetch-site': 'same-site' })).toBe(true);
	expect(forged('/login', { 'sec-fetch-site': 'same-origin' })).toBe(false);
});

test('programs pass: those that say nothing, and those with a token of their own', () => {
	expect(forged('/login', {})).toBe(false);
	expect(forged('/api/v1/documents/1', {}, { method: 'DELETE' })).toBe(false);
	const token = { authorization: 'Bearer a.b', origin: 'https://elsewhere.example' };
	expect(forged('/api/v1/documents', token)).toBe(false);
	expect(forged('/logout', token)).toBe(true);
});

test('reading is free', () => {
	expect(forged('/', { origin: 'https://elsewhere.example' }, { method: 'GET' })).toBe(false);
});
