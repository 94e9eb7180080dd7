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
	},
	2 * MINUTE
);

test.concurrent.each(COMPACTIONS)(
	'[R3] a compaction that would %s is caught',
	async (sabotage) => {
		const done = await converge({ rounds: 10, seed: SEED, sabotage });
		expect(done.at(-1)!.difference).not.toBeNull();
	},
	3 * MINUTE
);
