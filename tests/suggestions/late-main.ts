import { commandRounds } from '#tests/live/rounds-command.ts';
import { isWrong, LATE_SABOTAGES, playLate, type LatePlayed, type LateSabotage } from './late.ts';

// `npm run test:late -- --rounds 1000 --seed 7`; with `--sabotage unwatched` it must fail.

await commandRounds<LatePlayed, LateSabotage>({
	usually: 500,
	sabotages: LATE_SABOTAGES,
	async play({ rounds, seed, sabotage }, tell) {
		for (let nth = 0; nth < rounds; nth++) {
			tell(playLate({ seed: seed + nth, sabotage }), nth);
		}
	},
	isFailed: isWrong,
	describe: ({ edits, written, rescued, kept, restless, lost, doubled, diverged }) =>
		`${edits} edits, ${written} written over, ${rescued} put back, ${kept} kept; ${lost.length} lost, ${doubled.length} doubled, ${Number(diverged)} diverged${restless ? ', restless' : ''}`
});
