import { expect, test } from 'vitest';
import { runRounds } from './rounds.ts';
import { SABOTAGES } from './sloppy-logs.ts';

const MINUTES = 60_000;

test(
	'[D1] what was acknowledged outlives the death of the server and of PostgreSQL',
	{ timeout: 4 * MINUTES },
	async () => {
		const { rounds } = await runRounds({ rounds: 3, seed: 1 });
		expect(rounds.map((round) => round.losses)).toEqual([0, 0, 0]);
		expect(rounds.at(-1)!.inserts).toBeGreaterThan(100);
		expect(rounds.at(-1)!.deletes).toBeGreaterThan(10);
	}
);

test.each(SABOTAGES)(
	'[D1] the harness sees a server that would %s',
	{ timeout: 4 * MINUTES },
	async (sabotage) => {
		const { rounds } = await runRounds({ rounds: 8, seed: 1, sabotage });
		expect(rounds.some((round) => round.losses > 0)).toBe(true);
	}
);
