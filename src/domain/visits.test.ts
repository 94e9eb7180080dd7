import { expect, test } from 'vitest';
import { knownAfter, VISIT_MS } from './visits.ts';

const at = new Date('2026-11-27T10:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);

test('who comes for the first time has nothing new before them', () => {
	expect(knownAfter(undefined, 'now', at)).toEqual({ version: 'now', latest: 'now', at });
});

test('during a visit the same stays new, and what came meanwhile too', () => {
	const known = { version: 'old', latest: 'seen', at };
	expect(knownAfter(known, 'now', later(VISIT_MS))).toMatchObject({
		version: 'old',
		latest: 'now'
	});
});

test('at the next visit only what came after the last one is new', () => {
	const known = { version: 'old', latest: 'seen', at };
	const next = knownAfter(known, 'now', later(VISIT_MS + 1));
	expect(next).toMatchObject({ version: 'seen', latest: 'now' });
});
