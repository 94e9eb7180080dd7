import { parseArgs } from 'node:util';
import { playRounds, STEPS } from './rounds.ts';

/**
 * Links and threads in a text that three people edit, looked for after every step.
 * `npm run test:anchors -- --rounds 100 --seed 1 [--words dutch]`
 */
const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '100' },
		seed: { type: 'string', default: '1' },
		words: { type: 'string', default: 'apart' }
	}
});
const words = values.words === 'dutch' ? 'dutch' : 'apart';
const began = performance.now();
const tally = playRounds({
	steps: Number(values.rounds) * STEPS,
	seed: Number(values.seed),
	words
});
const seconds = ((performance.now() - began) / 1000).toFixed(1);
for (const fault of tally.faults.slice(0, 20)) console.log(fault);
console.log(JSON.stringify({ ...tally, faults: tally.faults.length, seconds }));
process.exitCode = tally.faults.length > 0 ? 1 : 0;
