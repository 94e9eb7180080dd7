import { parseArgs } from 'node:util';
import { eachMinute } from '#tests/live/each-minute.ts';
import { besiege, welcome } from './siege.ts';

// `npm run test:hostile -- --frames 2000000 --honest 1000000 --seed 7`: the same seed, the same frames.

const { values } = parseArgs({
	options: {
		frames: { type: 'string', default: '200000' },
		honest: { type: 'string', default: '100000' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) }
	}
});
const seed = Number(values.seed);
// The editor's own warnings about selections that its writers make by chance.
console.warn = () => undefined;

let done = '';
const progress = eachMinute((minutes) => console.log(`${minutes} min: ${done}`));
const tell = (count: number, fault?: string) => {
	done = `${count} frames`;
	if (fault) console.log(`FAILED  frame ${count} of seed ${seed}: ${fault}`);
	progress();
};
const siege = besiege({ frames: Number(values.frames), seed, tell });
console.log(`${siege.frames} hostile frames: ${siege.accepted} accepted`);
for (const [reason, count] of siege.refused) console.log(`  refused for ${reason}: ${count}`);
for (const [fault, count] of siege.faults) console.log(`FAILED  ${fault}: ${count}`);
console.log(`  accepted, but who loads the text has words elsewhere: ${siege.parted}`);
console.log(`  the slowest took ${siege.slowestMs.toFixed(1)} ms to read`);

const { updates, refused, brokenUndos } = welcome(Number(values.honest), seed, (count) => {
	done = `${count} honest updates`;
	progress();
});
const turnedAway = [...refused.values()].reduce((sum, count) => sum + count, 0);
console.log(`${updates} honest updates: ${turnedAway} refused; undo failed in ${brokenUndos}`);
for (const [reason, count] of refused) console.log(`FAILED  ${reason}: ${count}`);

console.log(`seed ${seed}`);
const faults = [...siege.faults.values()].reduce((sum, count) => sum + count, 0);
const failed = faults + turnedAway;
console.log(`${siege.frames + updates - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
