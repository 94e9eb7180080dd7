import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfRound, extended, isTimeOver, nextStep, secondsLeft } from './rounds.ts';

/** Seconds after the round began. */
const at = (seconds: number) => new Date(Date.parse('2026-11-27T10:00Z') + seconds * 1000);
const round = { beganAt: at(0), endsAt: at(600), closedAt: null };

describe('the timer of a round', () => {
	test.each([
		[0, 600],
		[0.4, 600],
		[1, 599],
		[599, 1],
		[599.999, 1],
		[600, 0],
		[600.5, 0],
		[601, -1],
		[665, -65]
	])('%d seconds after it began shows %d', (seconds, left) => {
		expect(secondsLeft(round, at(seconds))).toBe(left);
		expect(isTimeOver(round, at(seconds))).toBe(seconds >= 600);
	});

	test('stands on the whole time for a clock that is behind', () => {
		expect(secondsLeft(round, at(-30))).toBe(600);
		expect(isTimeOver(round, at(-30))).toBe(false);
	});

	test('does not run in a round that is closed, early or late', () => {
		for (const closedAt of [at(10), at(700)]) {
			expect(secondsLeft({ ...round, closedAt }, at(20))).toBeNull();
			expect(isTimeOver({ ...round, closedAt }, at(20))).toBe(true);
		}
	});

	test('never goes up by itself, and shows 0 or less exactly when time is over', () => {
		const seconds = fc.integer({ min: -10_000, max: 10_000 }).map((tenths) => tenths / 10);
		fc.assert(
			fc.property(seconds, seconds, (one, other) => {
				const [early, late] = [one, other].sort((a, b) => a - b) as [number, number];
				const left = secondsLeft(round, at(late))!;
				expect(left).toBeLessThanOrEqual(secondsLeft(round, at(early))!);
				expect(left <= 0).toBe(isTimeOver(round, at(late)));
			})
		);
	});
});

describe('more time', () => {
	test('comes on top of what is left', () => {
		expect(endOfRound(10, at(0))).toEqual(at(600));
		expect(extended(round, 5, at(100))).toEqual(at(900));
		expect(extended(round, 5, at(600))).toEqual(at(900));
	});

	test('is as much as was said, also when time was over already', () => {
		expect(extended(round, 5, at(800))).toEqual(at(1100));
		expect(secondsLeft({ ...round, endsAt: extended(round, 5, at(800)) }, at(800))).toBe(300);
	});

	test('is never less', () => {
		fc.assert(
			fc.property(fc.nat(480), fc.integer({ min: 0, max: 2000 }), (minutes, seconds) => {
				const ends = extended(round, minutes, at(seconds));
				const left = secondsLeft({ ...round, endsAt: ends }, at(seconds))!;
				expect(left).toBeGreaterThanOrEqual(minutes * 60);
				expect(ends.getTime()).toBeGreaterThanOrEqual(round.endsAt.getTime());
			})
		);
	});
});

test('rounds go from the first to the last, and then no further', () => {
	const order: number[] = [];
	for (let step = nextStep(null, 3); step !== null; step = nextStep(step, 3)) order.push(step);
	expect(order).toEqual([0, 1, 2]);
	expect(nextStep(null, 0)).toBeNull();
	expect(nextStep(7, 3)).toBeNull();
});
