import { parseArgs } from 'node:util';
import { LOADS, tryOne, type LoadName } from './loads.ts';

// `npm run test:load -- --seed 7`; with `--only idle,texts,text,stalled` some of it. Needs 12,000 open files.

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: String(Date.now() % 1_000_000) },
		only: { type: 'string', default: Object.keys(LOADS).join(',') }
	}
});
const seed = Number(values.seed);
const size = {
	...{ idle: 5_000, idleSeconds: 45, texts: 200, typingSeconds: 20 },
	...{ writers: 100, readers: 400, stalled: 50, pastes: 400, waitsForCuts: true }
};
const isName = (name: string): name is LoadName => name in LOADS;
let [passed, failed] = [0, 0];
for (const name of values.only.split(',').filter(isName)) {
	const began = performance.now();
	const timer = setInterval(() => {
		console.log(`  … ${name}, ${((performance.now() - began) / 60_000).toFixed(1)} min`);
	}, 60_000);
	const { what, wrongs, figures } = await tryOne(name, size, seed);
	clearInterval(timer);
	console.log(`${wrongs.length === 0 ? 'ok    ' : 'FAILED'}  ${what}`);
	for (const line of [...figures, ...wrongs]) console.log(`  ${line}`);
	if (wrongs.length === 0) passed++;
	else failed++;
}
console.log(`seed ${seed}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
