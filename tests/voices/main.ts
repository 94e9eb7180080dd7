import { commandRounds } from '#tests/live/rounds-command.ts';
import { runProgram, type Program } from './programs.ts';
import type { Hole } from './world.ts';

// `npm run test:voices -- --rounds 50 --seed 7`; with `--sabotage "a grant that nobody gave"` it must fail.

const ACTS = 200;

await commandRounds<Program, Hole>({
	usually: 50,
	sabotages: ['a grant that nobody gave'],
	async play({ rounds, seed, sabotage }, tell) {
		for (let nth = 0; nth < rounds; nth++) {
			const program = { seed: seed + nth, acts: ACTS, blind: nth % 2 === 1, hole: sabotage };
			tell(await runProgram(program), nth);
		}
	},
	isFailed: ({ wrongs }) => wrongs.length > 0,
	describe: ({ blind, tried, done, wrongs }) =>
		`${blind ? 'blind' : 'heard'}: ${tried} acts tried, ${done} done; ${wrongs.join('; ') || 'the voice is as it was'}`
});
