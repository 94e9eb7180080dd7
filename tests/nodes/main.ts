import { parseArgs } from 'node:util';
import { SABOTAGES } from './deaf-buses.ts';
import { isFailed, runRounds } from './rounds.ts';

// `npm run test:nodes -- --rounds 30 --seed 7`; with `--sabotage <how>` it must fail.

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '27' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) },
		sabotage: { type: 'string' }
	}
});
const seed = Number(values.seed);
const rounds = Number(values.rounds);
const sabotage = SABOTAGES.find((how) => how === values.sabotage);
if (values.sabotage && !sabotage) throw new Error(`sabotage is one of: ${SABOTAGES.join('; ')}`);

const done = await runRounds({ rounds, seed, sabotage }, (round, nth) => {
	const { disaster, acknowledged, losses, agreed } = round;
	console.log(
		`round ${nth + 1}: ${disaster.padEnd(21)} ${acknowledged} edits acknowledged so far, ${losses} of them not so; ${agreed ? 'all agree' : 'NOT ALL AGREE'}`
	);
});
console.log(`seed ${seed}`);
const failed = done.filter(isFailed).length;
console.log(`${done.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || done.length < rounds ? 1 : 0);
