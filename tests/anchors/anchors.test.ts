import { describe, expect, test } from 'vitest';
import { playRounds } from './rounds.ts';
import { SLOPPY } from './sloppy-finders.ts';
import { placedByOffsets } from './threads.ts';

// Few, to be quick; `npm run test:anchors` plays as many as one wants.
const STEPS = 600;
const PATIENCE_MS = 60_000;

describe(
	'whatever three people do with a text, a link points at its words, at what became of them, or nowhere',
	{ timeout: PATIENCE_MS },
	() => {
		test('when no two letters are the same', () => {
			const { faults, resolved, back, threads } = playRounds({ steps: STEPS, seed: 2026 });
			expect(faults).toEqual([]);
			// Each happens, and what was lost comes back: else nothing was tried.
			for (const count of [...Object.values(resolved), back]) expect(count).toBeGreaterThan(20);
			for (const count of Object.values(threads)) expect(count).toBeGreaterThan(2);
		});

		test('when people say the same things twice', () => {
			const { faults } = playRounds({ steps: STEPS, seed: 7, words: 'dutch' });
			expect(faults).toEqual([]);
		});

		test('a thread that is placed where the browser has its words is caught on others', () => {
			const { faults } = playRounds({ steps: 300, seed: 2026 }, undefined, placedByOffsets);
			expect(faults.some((fault) => fault.includes('thread: placed on'))).toBe(true);
		});

		test.each(Object.entries(SLOPPY))(
			'a link that is found %s is caught pointing elsewhere',
			(_, find) => {
				const { faults } = playRounds({ steps: 200, seed: 2026 }, find);
				expect(faults.length).toBeGreaterThan(5);
			}
		);
	}
);
