import { parseArgs } from 'node:util';
import { converge } from './convergence.ts';
import { COMPACTIONS } from './sloppy-compactions.ts';

// `npm run test:convergence -- --rounds 200 --seed 7`; with `--sabotage <how>` it must fail.

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '200' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) },
		sabotage: { type: 'string' }
	}
});
const seed = Number(values.seed);
const rounds = Number(values.rounds);
const sabotage = COMPACTIONS.find((how) => how === values.sabotage);
if (values.sabotage && !sabotage) throw new Error(`sabotage is one of: ${COMPACTIONS.join('; ')}`);

const done = await converge({ rounds, seed, sabotage }, (round, nth) => {
	const { acts, doubled, compactions, failed, difference } = round;
	console.log(
		`round ${nth + 1}: ${acts} acts, ${doubled} frames twice, ${compactions} compactions of which ${failed} failed; ${difference ?? 'all agree'}`
	);
});
console.log(`seed ${seed}`);
const failed = done.filter(({ difference }) => difference !== null).length;
console.log(`${done.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || done.length < rounds ? 1 : 0);
