import { commandRounds } from '#tests/live/rounds-command.ts';
import { SABOTAGES, type Sabotage } from './deaf-buses.ts';
import { isFailed, runRounds, type Round } from './rounds.ts';

// `npm run test:nodes -- --rounds 27 --seed 7`; with `--sabotage <how>` it must fail.

await commandRounds<Round, Sabotage>({
	usually: 27,
	sabotages: SABOTAGES,
	play: runRounds,
	isFailed,
	describe: ({ disaster, acknowledged, losses, difference }) =>
		`${disaster.padEnd(21)} ${acknowledged} edits acknowledged in these texts so far, ${losses} of them not so; ${difference ?? 'all agree'}`
});
