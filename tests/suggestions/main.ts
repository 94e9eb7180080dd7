import { commandRounds } from '#tests/live/rounds-command.ts';
import { SABOTAGES, type Sabotage } from './desk.ts';
import { playRound, roundOf, type Played } from './rounds.ts';

// `npm run test:suggestions -- --rounds 2000 --seed 7`; with `--sabotage index` it must fail.

await commandRounds<Played, Sabotage>({
	usually: 500,
	sabotages: SABOTAGES,
	async play({ rounds, seed, sabotage }, tell) {
		for (let nth = 0; nth < rounds; nth++) tell(playRound(roundOf(seed + nth, sabotage)), nth);
	},
	isFailed: ({ faults }) => faults.length > 0,
	describe: ({
		faults,
		restless,
		letters,
		unsure,
		edits,
		suggestions,
		pushes,
		accepted,
		rejected,
		refused,
		threads
	}) =>
		`${edits} edits, ${suggestions} suggestions, ${pushes} pushes, ${accepted} accepted, ${rejected} rejected, ${refused} refused as changed; threads ${threads.same} in place, ${threads.changed} changed, ${threads.detached} detached; ${letters - unsure} of ${letters} letters judged${restless ? ', doubled by Yjs' : ''}; ${faults.join('; ') || 'all is well'}`
});
