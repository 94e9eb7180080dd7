import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clockTime, Countdown } from './countdown.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const until = (end: number) => ({ beganAt: at(0), endsAt: at(end), closedAt: null });
const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);

test('it begins with what the page was made with, and then counts every second once', () => {
	const countdown = new Countdown(at(0), until(120));
	expect(countdown.left).toBe(120);
	countdown.hear(at(0), until(120));
	vi.advanceTimersByTime(500);
	const seen: (number | null)[] = [];
	for (let second = 0; second < 5; second += 1) {
		vi.advanceTimersByTime(1000);
		seen.push(countdown.left);
	}
	expect(seen).toEqual([119, 118, 117, 116, 115]);
	countdown.stop();
});

test('the clock of the device does not matter, and an answer that was long under way sets nothing back', () => {
	const countdown = new Countdown(at(0), until(60));
	countdown.hear(at(0), until(60));
	vi.setSystemTime(0);
	vi.advanceTimersByTime(10_500);
	expect(countdown.left).toBe(50);
	// Said four seconds ago.
	countdown.hear(at(6), until(60));
	expect(countdown.left).toBe(50);
	countdown.hear(at(12.5), until(60));
	expect(countdown.left).toBe(48);
	countdown.stop();
});

test('more time, and nothing that runs', () => {
	const countdown = new Countdown(at(0), until(5));
	countdown.hear(at(0), until(5));
	countdown.hear(at(0), until(125));
	expect(countdown.left).toBe(125);
	countdown.hear(at(0), null);
	expect(countdown.left).toBeNull();
	countdown.stop();
});

test.each([
	[462, '7:42'],
	[60, '1:00'],
	[9, '0:09'],
	[0, '0:00'],
	[-65, '+1:05']
])('%d seconds are %s', (seconds, words) => expect(clockTime(seconds)).toBe(words));
