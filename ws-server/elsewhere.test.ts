import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Elsewhere } from './elsewhere.ts';
import type { SharedSeat } from './line-messages.ts';

const LEFT = 'null';
const HALF_A_MINUTE = 30_000;

let elsewhere: Elsewhere;
let changes: [number, string][];
let repeats: number;

beforeEach(() => {
	vi.useFakeTimers();
	changes = [];
	repeats = 0;
	elsewhere = new Elsewhere({
		changed: (client, state) => changes.push([client, state]),
		repeat: () => repeats++
	});
});

afterEach(() => {
	elsewhere.close();
	vi.useRealTimers();
});

const seat = (client: number, state = '{}', since = 1): SharedSeat => ({
	client,
	person: 'lin',
	mayWrite: true,
	hue: 1,
	since,
	state
});

test('[M7] what a node tells of its people is shown, and nothing twice', () => {
	elsewhere.take('a', [seat(1, '{"cursor":1}')], false);
	elsewhere.take('a', [seat(1, '{"cursor":1}')], true);
	elsewhere.take('a', [seat(1, LEFT)], false);
	elsewhere.take('a', [seat(1, LEFT)], false);
	expect(changes).toEqual([
		[1, '{"cursor":1}'],
		[1, LEFT]
	]);
});

test('[M7] who is not in the whole list of a node has left it', () => {
	elsewhere.take('a', [seat(1), seat(2)], true);
	elsewhere.take('b', [seat(3)], true);
	elsewhere.take('a', [seat(2)], true);
	expect(changes.at(-1)).toEqual([1, LEFT]);
	expect(elsewhere.seats.map(({ client }) => client)).toEqual([2, 3]);
});

test('[M7] a node that says goodbye, or nothing for half a minute, takes its people along', () => {
	elsewhere.take('a', [seat(1)], false);
	elsewhere.take('b', [seat(2)], false);
	elsewhere.leave('a');
	expect(changes.at(-1)).toEqual([1, LEFT]);
	vi.advanceTimersByTime(HALF_A_MINUTE - 5_000);
	expect(elsewhere.isAnybody).toBe(true);
	vi.advanceTimersByTime(15_000);
	expect(changes.at(-1)).toEqual([2, LEFT]);
	expect(elsewhere.isAnybody).toBe(false);
});

test('[M7] a node that repeats who is there stays, also with nobody in it', () => {
	elsewhere.greet('a');
	for (let nth = 0; nth < 10; nth++) {
		vi.advanceTimersByTime(HALF_A_MINUTE / 3);
		elsewhere.take('a', [], true);
	}
	expect(elsewhere.isAnybody).toBe(true);
	expect(repeats).toBe(10);
});

test('[M7] who is on two nodes is where they sat down last', () => {
	elsewhere.take('a', [seat(1, '"old"', 5)], true);
	elsewhere.take('b', [seat(1, '"new"', 7)], false);
	elsewhere.take('a', [seat(1, '"late"', 5)], true);
	elsewhere.take('a', [seat(1, LEFT, 5)], false);
	elsewhere.leave('a');
	expect(changes).toEqual([
		[1, '"old"'],
		[1, '"new"']
	]);
	expect(elsewhere.of(1)?.state).toBe('"new"');
});
