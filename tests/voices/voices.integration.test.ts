import { expect, test } from 'vitest';
import { runProgram } from './programs.ts';

// The same seed, the same program.
const SEED = 20261126;

test('whatever others do with a case, a voice stays as who holds it left it', async () => {
	const { tried, done, wrongs } = await runProgram({ seed: SEED, acts: 200, blind: false });
	expect(wrongs).toEqual([]);
	expect(tried).toBe(200);
	expect(done).toBeGreaterThan(20);
}, 180_000);

test('while a case is blind nobody else gets a word of a voice, by socket, page, search or export', async () => {
	const { tried, done, wrongs } = await runProgram({ seed: SEED + 1, acts: 200, blind: true });
	expect(wrongs).toEqual([]);
	expect(tried).toBe(200);
	expect(done).toBeGreaterThan(20);
}, 180_000);

test.each([false, true])(
	'a hole in the policy is found (blind: %s)',
	async (blind) => {
		const hole = 'a grant that nobody gave';
		const { wrongs } = await runProgram({ seed: SEED + 2, acts: 1000, blind, hole });
		expect(wrongs).toHaveLength(1);
	},
	180_000
);
