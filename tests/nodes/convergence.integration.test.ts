import { expect, test } from 'vitest';
import { converge } from './convergence.ts';
import { COMPACTIONS } from './sloppy-compactions.ts';

const SEED = 7;
const MINUTE = 60_000;

test(
	'[R3] [T4] whatever people do on two nodes while a text is compacted, all and PostgreSQL have the same in the end',
	async () => {
		const done = await converge({ rounds: 4, seed: SEED });
		expect(done.map(({ difference }) => difference)).toEqual([null, null, null, null]);
		expect(done.map(({ failed }) => failed)).toEqual([0, 0, 0, 0]);
	},
	2 * MINUTE
);

test.concurrent.each(COMPACTIONS)(
	'[R3] a compaction that would %s is caught',
	async (sabotage) => {
		const done = await converge({ rounds: 10, seed: SEED, sabotage });
		// By what is stored, or before that by the compaction itself, which finds that something is missing.
		const isCaught = done.some(({ difference, failed }) => difference !== null || failed > 0);
		expect(isCaught).toBe(true);
	},
	3 * MINUTE
);
