import { describe, expect, test } from 'vitest';
import { SABOTAGES, type Sabotage } from './desk.ts';
import { playRound, roundOf } from './rounds.ts';

// Few, to be quick; `npm run test:suggestions` plays as many as one wants.
const ROUNDS = 25;
/** A way to do it wrong that shows in none of these would show in nothing. */
const ROUNDS_TO_CATCH = 40;
const PATIENCE_MS = 120_000;

function firstCaught(sabotage: Sabotage): number | undefined {
	const seeds = Array.from({ length: ROUNDS_TO_CATCH }, (_, nth) => nth + 1);
	return seeds.find((seed) => {
		try {
			return playRound(roundOf(seed, sabotage)).faults.length > 0;
		} catch (error) {
			// A layer that is not of this text any more can't be read at all.
			if (error instanceof RangeError) return true;
			throw error;
		}
	});
}

describe(
	'whatever people write, suggest and decide at once, each suggestion is theirs and the text is the text',
	{ timeout: PATIENCE_MS },
	() => {
		test('also when requests are lost and decisions late', () => {
			const played = Array.from({ length: ROUNDS }, (_, nth) => playRound(roundOf(nth + 1)));
			expect(played.flatMap(({ faults }) => faults)).toEqual([]);
			const sum = (what: 'accepted' | 'rejected' | 'refused' | 'pushes') =>
				played.reduce((all, round) => all + round[what], 0);
			// Each happens: else nothing was tried.
			for (const what of ['accepted', 'rejected', 'refused', 'pushes'] as const) {
				expect(sum(what)).toBeGreaterThan(ROUNDS / 2);
			}
			expect(played.filter(({ restless }) => !restless).length).toBeGreaterThan(ROUNDS / 4);
		});

		test.each(SABOTAGES)('and it is caught when it is done wrong: %s', (sabotage) => {
			expect(firstCaught(sabotage)).toBeDefined();
		});
	}
);
