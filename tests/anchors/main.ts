import { parseArgs } from 'node:util';
import { playRounds } from './rounds.ts';

/**
 * Links in a text that three people edit, looked for after every step.
 * `npm run test:anchors -- --steps 10000 --seed 1 [--words dutch]`
 */
const { values } = parseArgs({
	options: {
		steps: { type: 'string', default: '10000' },
		seed: { type: 'string', default: '1' },
		words: { type: 'string', default: 'apart' }
	}
});
const words = values.words === 'dutch' ? 'dutch' : 'apart';
const began = performance.now();
const tally = playRounds({ steps: Number(values.steps), seed: Number(values.seed), words });
const seconds = ((performance.now() - began) / 1000).toFixed(1);
for (const fault of tally.faults.slice(0, 20)) console.log(fault);
console.log(JSON.stringify({ ...tally, faults: tally.faults.length, seconds }));
process.exitCode = tally.faults.length > 0 ? 1 : 0;
