import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignsOfLife } from './signs-of-life.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[K1] everybody is asked once in fifteen seconds, whoever comes and goes, and never all at once', () => {
	const signs = new SignsOfLife();
	const asked = new Map<number, number[]>();
	const join = (nth: number) =>
		signs.watch({
			check: () => void asked.set(nth, [...(asked.get(nth) ?? []), Date.now()])
		});
	const leave = Array.from({ length: 600 }, (_, nth) => join(nth));
	for (let second = 0; second < 60; second++) {
		vi.advanceTimersByTime(1_000);
		leave[second]!();
		join(1_000 + second);
	}
	for (const [nth, times] of asked) {
		const gaps = times.slice(1).map((time, at) => time - times[at]!);
		expect(
			gaps.every((gap) => gap === 15_000),
			`the ${nth}th`
		).toBe(true);
	}
	expect(asked.get(599)).toHaveLength(4);
	const atOnce = Map.groupBy([...asked.values()].flat(), (time) => time);
	expect(Math.max(...[...atOnce.values()].map((all) => all.length))).toBeLessThan(20);
	signs.stop();
});
