import { commandRounds } from '#tests/live/rounds-command.ts';
import { runRounds, type Round } from './rounds.ts';
import { SABOTAGES, type Sabotage } from './sloppy-logs.ts';

// `npm run test:durability -- --rounds 30 --seed 7`; with `--sabotage <how>` it must fail.

await commandRounds<Round, Sabotage>({
	usually: 30,
	sabotages: SABOTAGES,
	async play(options, tell) {
		const { latencies } = await runRounds(options, tell);
		const at = (share: number) => latencies[Math.floor(latencies.length * share)]?.toFixed(1);
		console.log(`ack p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
	},
	isFailed: ({ losses }) => losses > 0,
	describe: ({ disaster, inserts, deletes, losses }) =>
		`killed ${disaster.padEnd(11)} ${inserts} inserts and ${deletes} deletes acknowledged in these texts so far, ${losses} of them not so`
});
