import { expect, test } from 'vitest';
import { endOfDay, lastDay } from './days.ts';

test('a day ends at midnight in the Netherlands, in winter and in summer', () => {
	expect(endOfDay('2026-12-31')?.toISOString()).toBe('2026-12-31T23:00:00.000Z');
	expect(endOfDay('2026-07-01')?.toISOString()).toBe('2026-07-01T22:00:00.000Z');
});

test('the days on which the clock changes are an hour shorter and longer', () => {
	expect(endOfDay('2026-03-28')?.toISOString()).toBe('2026-03-28T23:00:00.000Z');
	expect(endOfDay('2026-03-29')?.toISOString()).toBe('2026-03-29T22:00:00.000Z');
	expect(endOfDay('2026-10-25')?.toISOString()).toBe('2026-10-25T23:00:00.000Z');
});

test('what is no day is none', () => {
	for (const day of ['', '2026-02-30', '31-12-2026', '2026-1-1', 'morgen']) {
		expect(endOfDay(day)).toBeNull();
	}
});

test('the last day of what ends with a day is that day', () => {
	for (const day of ['2026-12-31', '2026-03-28', '2026-03-29', '2026-10-25', '2028-02-29']) {
		expect(lastDay(endOfDay(day)!)).toBe(day);
	}
});
