import { parseArgs } from 'node:util';
import { runRounds } from './rounds.ts';
import { SABOTAGES } from './sloppy-logs.ts';

// `npm run test:durability -- --rounds 30 --seed 7`; with `--sabotage <how>` it must fail.

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '30' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) },
		sabotage: { type: 'string' }
	}
});
const seed = Number(values.seed);
const rounds = Number(values.rounds);
const sabotage = SABOTAGES.find((how) => how === values.sabotage);
if (values.sabotage && !sabotage) throw new Error(`sabotage is one of: ${SABOTAGES.join('; ')}`);

const { rounds: done, latencies } = await runRounds({ rounds, seed, sabotage }, (round, nth) => {
	const { disaster, inserts, deletes, losses } = round;
	console.log(
		`round ${nth + 1}: killed ${disaster.padEnd(11)} ${inserts} inserts and ${deletes} deletes acknowledged so far, ${losses} of them not so`
	);
});
const at = (share: number) => latencies[Math.floor(latencies.length * share)]?.toFixed(1);
console.log(`ack p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
console.log(`seed ${seed}`);
const failed = done.filter((round) => round.losses > 0).length;
console.log(`${done.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || done.length < rounds ? 1 : 0);
