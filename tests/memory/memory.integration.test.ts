import { expect, test } from 'vitest';
import { measureMemory } from './measure.ts';

// A little of what `npm run test:memory` does at length.
const SEED = 20261126;
const NOTHING = { cycles: 0, rooms: 0, frames: 0 };

test('[E7] who is turned away leaves nothing behind', async () => {
	const findings = await measureMemory({ ...NOTHING, cycles: 2_000 }, SEED);
	expect(findings.flatMap(({ wrongs }) => wrongs)).toEqual([]);
}, 120_000);

test('[R10] a room that everybody left gives back what it held', async () => {
	const findings = await measureMemory({ ...NOTHING, rooms: 60 }, SEED);
	expect(findings.flatMap(({ wrongs }) => wrongs)).toEqual([]);
}, 120_000);

test('[P2] whatever somebody sends, others in the room type on, and nothing of it stays in memory', async () => {
	const findings = await measureMemory({ ...NOTHING, frames: 1_000 }, SEED);
	expect(findings.flatMap(({ wrongs }) => wrongs)).toEqual([]);
}, 120_000);
