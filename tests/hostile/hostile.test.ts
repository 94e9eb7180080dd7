import { expect, test } from 'vitest';
import { FRAME_RULES, type Rules } from '#ws/validation/rules.ts';
import { besiege, welcome } from './siege.ts';

// A few of what `npm run test:hostile` does in millions.
const SEED = 20261126;

test('[P7] whatever comes in leaves a text that can be applied, stored, loaded and read', () => {
	const { frames, accepted, faults } = besiege({ frames: 8_000, seed: SEED });
	expect(Object.fromEntries(faults)).toEqual({});
	expect(frames).toBe(8_000);
	expect(accepted).toBeGreaterThan(500);
}, 120_000);

test('[P8] nothing that our editor writes is refused', () => {
	const { updates, refused } = welcome(3_000, SEED);
	expect(Object.fromEntries(refused)).toEqual({});
	expect(updates).toBe(3_000);
}, 120_000);

const names = Object.keys(FRAME_RULES) as (keyof Rules)[];

test.each(names)(
	'a reader without the rule %s is caught',
	(rule) => {
		const rules = { ...FRAME_RULES, [rule]: false };
		const { faults } = besiege({ frames: 20_000, seed: SEED, rules, endsAtFault: true });
		expect(faults.size).toBe(1);
	},
	120_000
);

test('a door that does not ask where things stand is caught', () => {
	const frames = 20_000;
	const { faults } = besiege({ frames, seed: SEED, asksPlaces: false, endsAtFault: true });
	expect(faults.size).toBe(1);
}, 120_000);
