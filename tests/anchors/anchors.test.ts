import { describe, expect, test } from 'vitest';
import { playRounds } from './rounds.ts';
import { SLOPPY } from './sloppy-finders.ts';

// Few, to be quick; `npm run test:anchors` plays as many as one wants.
const STEPS = 600;
const PATIENCE_MS = 60_000;

describe(
	'whatever three people do with a text, a link points at its words, at what became of them, or nowhere',
	{ timeout: PATIENCE_MS },
	() => {
		test('when no two letters are the same', () => {
			const { faults, resolved, back } = playRounds({ steps: STEPS, seed: 2026 });
			expect(faults).toEqual([]);
			// Each happens, and what was lost comes back: else nothing was tried.
			for (const count of [...Object.values(resolved), back]) expect(count).toBeGreaterThan(20);
		});

		test('when people say the same things twice', () => {
			const { faults } = playRounds({ steps: STEPS, seed: 7, words: 'dutch' });
			expect(faults).toEqual([]);
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
