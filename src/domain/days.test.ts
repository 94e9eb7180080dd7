import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfDay, lastDay, localOf, momentOf } from './days.ts';

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

describe('a day and a time on the clock here', () => {
	test.each([
		['2026-12-31T23:59', '2026-12-31T22:59:00.000Z'],
		['2027-01-01T00:00', '2026-12-31T23:00:00.000Z'],
		['2026-07-01T00:30', '2026-06-30T22:30:00.000Z'],
		['2028-02-29T12:00', '2028-02-29T11:00:00.000Z']
	])('%s is one moment, in winter and in summer', (local, moment) => {
		expect(momentOf(local)?.toISOString()).toBe(moment);
		expect(localOf(new Date(moment))).toBe(local);
	});

	/** The last Sundays of March and October. */
	test.each(['2026-03-29', '2027-03-28'])('on %s the hour from two is skipped', (day) => {
		expect(momentOf(`${day}T01:59`)?.toISOString()).toBe(`${day}T00:59:00.000Z`);
		for (const skipped of ['02:00', '02:30', '02:59', '03:00']) {
			expect(momentOf(`${day}T${skipped}`)?.toISOString()).toBe(`${day}T01:00:00.000Z`);
		}
		expect(momentOf(`${day}T03:01`)?.toISOString()).toBe(`${day}T01:01:00.000Z`);
		expect(localOf(new Date(`${day}T01:00Z`))).toBe(`${day}T03:00`);
	});

	test.each(['2026-10-25', '2027-10-31'])('on %s the hour from two comes twice', (day) => {
		const first = new Date(`${day}T00:00Z`);
		expect(momentOf(`${day}T01:59`)?.getTime()).toBe(first.getTime() - 60_000);
		for (const twice of ['02:00', '02:30', '02:59']) {
			const second = twice.replace('02', '01');
			expect(momentOf(`${day}T${twice}`)?.toISOString()).toBe(`${day}T${second}:00.000Z`);
			for (const shown of [second, twice.replace('02', '00')]) {
				expect(localOf(new Date(`${day}T${shown}Z`))).toBe(`${day}T${twice}`);
			}
		}
		expect(momentOf(`${day}T03:00`)?.toISOString()).toBe(`${day}T02:00:00.000Z`);
	});

	test.each([
		...['', 'morgen', '2026-02-30T12:00', '2027-02-29T12:00', '2026-13-01T12:00'],
		...['2026-01-01T24:00', '2026-01-01T12:60', '2026-01-01 12:00', '2026-01-01', '2026-1-1T1:00'],
		// Forms have such years while somebody types one.
		...['0002-01-01T12:00', '0202-01-01T12:00', '12026-01-01T12:00'],
		...['2026-01-01T12:00Z', '2026-01-01T12:00+02:00', ' 2026-01-01T12:00']
	])('%j is no such thing', (local) => {
		expect(momentOf(local)).toBeNull();
	});

	test('what is shown leads back to the moment, or to the same time an hour later', () => {
		const from = new Date('2026-01-01T00:00Z');
		const anyMinute = fc.integer({ min: 0, max: 2 * 366 * 24 * 60 });
		fc.assert(
			fc.property(anyMinute, (minute) => {
				const moment = new Date(from.getTime() + minute * 60_000);
				const back = momentOf(localOf(moment))!;
				expect(localOf(back)).toBe(localOf(moment));
				const isFirstOfTwo = /^(2026-10-25|2027-10-31)T00/.test(moment.toISOString());
				expect(back.getTime() - moment.getTime()).toBe(isFirstOfTwo ? 3_600_000 : 0);
			}),
			{ numRuns: 1000 }
		);
	});

	test('later on the clock is never an earlier moment', () => {
		const minutes = Array.from({ length: 24 * 60 }, (_, nth) => nth);
		for (const day of ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31']) {
			const moments = minutes.map((nth) => {
				const clock = [Math.floor(nth / 60), nth % 60].map((n) => String(n).padStart(2, '0'));
				return momentOf(`${day}T${clock.join(':')}`)!.getTime();
			});
			expect(moments).toEqual([...moments].sort((a, b) => a - b));
		}
	});
});
