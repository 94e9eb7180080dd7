import { expect, test } from 'vitest';
import { isCoordinated, membershipFault } from './membership.ts';

const now = new Date('2026-11-23T12:00:00Z');
const later = new Date('2026-12-23T12:00:00Z');

test('a function of the network names no werkplaats, and every other one does', () => {
	const fault = { function: 'wrong_place' };
	expect(membershipFault({ werkplaats: 'w', function: 'national', until: null }, now)).toEqual(
		fault
	);
	expect(membershipFault({ werkplaats: null, function: 'lector', until: null }, now)).toEqual(
		fault
	);
	expect(membershipFault({ werkplaats: null, function: 'national', until: null }, now)).toBeNull();
	expect(membershipFault({ werkplaats: 'w', function: 'lector', until: null }, now)).toBeNull();
});

test('a guest comes with a day on which it ends', () => {
	const guest = { werkplaats: 'w', function: 'guest' as const };
	expect(membershipFault({ ...guest, until: null }, now)).toEqual({ until: 'guest_needs_end' });
	expect(membershipFault({ ...guest, until: later }, now)).toBeNull();
});

test('nothing ends before it begins', () => {
	const terms = { werkplaats: 'w', function: 'student' as const, until: now };
	expect(membershipFault(terms, now)).toEqual({ until: 'end_in_past' });
});

test('a werkplaats is coordinated as long as one coordinator is left', () => {
	expect(isCoordinated([{ function: 'lector' }, { function: 'coordinator' }])).toBe(true);
	expect(isCoordinated([{ function: 'lector' }])).toBe(false);
});
