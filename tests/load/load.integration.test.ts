import { expect, test } from 'vitest';
import { tryOne, type LoadName } from './loads.ts';

// A little of what `npm run test:load` does with thousands.
const SEED = 20261126;
const SIZE = {
	...{ idle: 300, idleSeconds: 2, texts: 10, typingSeconds: 3 },
	...{ writers: 10, readers: 40, stalled: 6, pastes: 96, waitsForCuts: false }
};
const wrongsOf = async (name: LoadName) => (await tryOne(name, SIZE, SEED)).wrongs;

test('[K1] who is silent stays', async () => {
	expect(await wrongsOf('idle')).toEqual([]);
}, 120_000);

test('[D2] what is typed in many texts is acknowledged and the same for all', async () => {
	expect(await wrongsOf('texts')).toEqual([]);
}, 120_000);

test('[D1] what is typed in one text before many who read is acknowledged and the same for all', async () => {
	expect(await wrongsOf('text')).toEqual([]);
}, 120_000);

test('[L1] who stops reading gets one difference when they read again, and fills no memory', async () => {
	expect(await wrongsOf('stalled')).toEqual([]);
}, 120_000);
