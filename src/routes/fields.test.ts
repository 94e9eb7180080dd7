import { expect, test } from 'vitest';
import { email, name, organisation, until } from './fields.ts';

const codes = (result: { error?: { issues: { message: string }[] } }) =>
	result.error?.issues.map((issue) => issue.message);

test('names lose the spaces that nobody meant', () => {
	expect(name.parse('  Samira   el Idrissi ')).toBe('Samira el Idrissi');
	expect(codes(name.safeParse('   '))).toEqual(['name_missing']);
	expect(codes(name.safeParse(undefined))).toEqual(['name_missing']);
	expect(codes(name.safeParse('x'.repeat(101)))).toEqual(['name_too_long']);
});

test('what is no address is refused with a code', () => {
	expect(email.parse(' a@b.nl ')).toBe('a@b.nl');
	for (const wrong of ['', 'a', 'a@b', undefined]) {
		expect(codes(email.safeParse(wrong))).toEqual(['email_invalid']);
	}
});

test('a last day is the moment after it, and may be left open', () => {
	expect(until.parse('2026-12-31')?.toISOString()).toBe('2026-12-31T23:00:00.000Z');
	expect(until.parse('')).toBeNull();
	expect(until.parse(undefined)).toBeNull();
	expect(codes(until.safeParse('2026-02-30'))).toEqual(['date_invalid']);
});

test('no organisation is null', () => {
	expect(organisation.parse('')).toBeNull();
	expect(codes(organisation.safeParse('x'))).toEqual(['unknown']);
});
