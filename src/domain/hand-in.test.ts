import { afterEach, describe, expect, test, vi } from 'vitest';
import { momentOf } from './days.ts';
import { handInFault, isLate, progressOf, type Standing } from './hand-in.ts';

const MINUTE = 60_000;
const given = new Date('2026-12-01T12:00Z');
const writing: Standing = { words: 100, handedIn: null, finalAt: null };
const returned: Standing = { ...writing, handedIn: { returnedAt: given } };

describe('where a group is', () => {
	const cases: [string, Standing][] = [
		['not_begun', { ...writing, words: 0 }],
		['writing', writing],
		['handed_in', { ...writing, handedIn: { returnedAt: null } }],
		['feedback', returned],
		['done', { ...returned, finalAt: given }]
	];
	test.each(cases)('%s', (progress, standing) => {
		expect(progressOf(standing)).toBe(progress);
	});

	test('does not go back when they take out what they wrote after it was handed in', () => {
		expect(progressOf({ ...returned, words: 0 })).toBe('feedback');
		expect(progressOf({ words: 0, handedIn: { returnedAt: null }, finalAt: null })).toBe(
			'handed_in'
		);
		expect(progressOf({ words: 0, handedIn: null, finalAt: given })).toBe('done');
	});
});

describe('handing in', () => {
	const fault = (standing: Standing, closesAt: Date | null = null, now = given) =>
		handInFault(standing, { dueAt: null, closesAt }, now);

	test('is for what was written, once until it comes back, and not after it is final', () => {
		expect(fault({ ...writing, words: 0 })).toBe('work_empty');
		expect(fault(writing)).toBeNull();
		expect(fault({ ...writing, handedIn: { returnedAt: null } })).toBe('handed_in_already');
		expect(fault(returned)).toBeNull();
		expect(fault({ ...returned, finalAt: given })).toBe('work_final');
	});

	test('goes on until it closes, the moment itself as well', () => {
		expect(fault(writing, given, new Date(given.getTime() - 1))).toBeNull();
		expect(fault(writing, given, given)).toBeNull();
		const after = new Date(given.getTime() + 1);
		expect(fault(writing, given, after)).toBe('hand_in_closed');
		// What comes back after that is asked for again.
		expect(fault({ ...writing, handedIn: { returnedAt: given } }, given, after)).toBe(
			'hand_in_closed'
		);
		expect(fault({ ...writing, handedIn: { returnedAt: after } }, given, after)).toBeNull();
	});

	test('says first what nobody can do anything about', () => {
		const after = new Date(given.getTime() + 1);
		expect(fault({ ...returned, finalAt: given }, given, after)).toBe('work_final');
		expect(fault({ ...writing, words: 0 }, given, after)).toBe('hand_in_closed');
		expect(fault({ ...writing, handedIn: { returnedAt: null } }, given, after)).toBe(
			'hand_in_closed'
		);
	});

	test('after the time that was asked for is late, and goes on', () => {
		const deadlines = { dueAt: given, closesAt: new Date(given.getTime() + MINUTE) };
		const after = new Date(given.getTime() + 1);
		expect(isLate(deadlines, given)).toBe(false);
		expect(isLate(deadlines, after)).toBe(true);
		expect(handInFault(writing, deadlines, after)).toBeNull();
	});

	test('has no end when none was set', () => {
		const never = { dueAt: null, closesAt: null };
		const far = new Date('2099-01-01T00:00Z');
		expect(isLate(never, far)).toBe(false);
		expect(handInFault(writing, never, far)).toBeNull();
	});
});

describe('on the days that the clock changes', () => {
	/** What is said of a hand-in at this moment, when it was due and closed at this time on the clock. */
	const outcome = (deadline: string, at: string) => {
		const moment = momentOf(deadline);
		const deadlines = { dueAt: moment, closesAt: moment };
		const now = new Date(at);
		const late = isLate(deadlines, now);
		expect(handInFault(writing, deadlines, now)).toBe(late ? 'hand_in_closed' : null);
		return late ? 'late' : 'in time';
	};

	test.each([
		['2026-03-29', '2026-03-28'],
		['2027-03-28', '2027-03-27']
	])('%s has an hour less, and a minute before midnight is still then', (day, before) => {
		expect(outcome(`${before}T23:59`, `${before}T22:59:00.000Z`)).toBe('in time');
		expect(outcome(`${before}T23:59`, `${before}T22:59:00.001Z`)).toBe('late');
		expect(outcome(`${day}T23:59`, `${day}T21:59:00.000Z`)).toBe('in time');
		expect(outcome(`${day}T23:59`, `${day}T21:59:00.001Z`)).toBe('late');
	});

	test.each(['2026-03-29', '2027-03-28'])('on %s half past two is three o’clock', (day) => {
		expect(outcome(`${day}T02:30`, `${day}T00:59:59.999Z`)).toBe('in time');
		expect(outcome(`${day}T02:30`, `${day}T01:00:00.000Z`)).toBe('in time');
		expect(outcome(`${day}T02:30`, `${day}T01:00:00.001Z`)).toBe('late');
		expect(outcome(`${day}T01:30`, `${day}T00:30:00.001Z`)).toBe('late');
	});

	test.each([
		['2026-10-25', '2026-10-24'],
		['2027-10-31', '2027-10-30']
	])('%s has an hour more, and a minute before midnight is still then', (day, before) => {
		expect(outcome(`${before}T23:59`, `${before}T21:59:00.000Z`)).toBe('in time');
		expect(outcome(`${before}T23:59`, `${before}T21:59:00.001Z`)).toBe('late');
		expect(outcome(`${day}T23:59`, `${day}T22:59:00.000Z`)).toBe('in time');
		expect(outcome(`${day}T23:59`, `${day}T22:59:00.001Z`)).toBe('late');
	});

	test.each(['2026-10-25', '2027-10-31'])('on %s half past two is the second time', (day) => {
		// The first time that clocks show 2:30, and 2:45, which would be late had it been meant.
		expect(outcome(`${day}T02:30`, `${day}T00:30:00.000Z`)).toBe('in time');
		expect(outcome(`${day}T02:30`, `${day}T00:45:00.000Z`)).toBe('in time');
		expect(outcome(`${day}T02:30`, `${day}T01:30:00.000Z`)).toBe('in time');
		expect(outcome(`${day}T02:30`, `${day}T01:30:00.001Z`)).toBe('late');
	});
});

describe('the clock', () => {
	afterEach(() => vi.useRealTimers());

	test.each(['1999-01-01T00:00Z', '2099-01-01T00:00Z'])(
		'is the one that is given, also where it is %s',
		(elsewhere) => {
			vi.useFakeTimers({ now: new Date(elsewhere) });
			const deadlines = { dueAt: given, closesAt: given };
			expect(isLate(deadlines, given)).toBe(false);
			expect(handInFault(writing, deadlines, given)).toBeNull();
			const after = new Date(given.getTime() + 1);
			expect(isLate(deadlines, after)).toBe(true);
			expect(handInFault(writing, deadlines, after)).toBe('hand_in_closed');
		}
	);
});
