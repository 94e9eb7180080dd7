import { expect, test } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { dayInWords, momentInWords, todayAsTitle } from './when.ts';

overwriteGetLocale(() => 'nl');

const now = new Date('2026-11-23T13:30:00Z'); // Monday, 14:30 in Amsterdam

test('today and yesterday are called so, with the time in Amsterdam', () => {
	expect(momentInWords('2026-11-23T13:05:00Z', now)).toBe('vandaag 14:05');
	expect(momentInWords('2026-11-22T23:30:00Z', now)).toBe('vandaag 0:30');
	expect(momentInWords('2026-11-22T08:31:00Z', now)).toBe('gisteren 9:31');
});

test('within a week the day has its name, further back its date', () => {
	expect(momentInWords('2026-11-20T15:12:00Z', now)).toBe('vrijdag 16:12');
	expect(momentInWords('2026-03-03T15:12:00Z', now)).toBe('3 maart');
	expect(momentInWords('2025-03-03T15:12:00Z', now)).toBe('3 maart 2025');
});

test('a day to come is called tomorrow or by its date', () => {
	expect(dayInWords('2026-11-24T12:00:00Z', now)).toBe('morgen');
	expect(dayInWords('2026-12-31T12:00:00Z', now)).toBe('31 december');
});

test('the title of today begins with a capital', () => {
	expect(todayAsTitle(now)).toBe('Maandag 23 november');
});
