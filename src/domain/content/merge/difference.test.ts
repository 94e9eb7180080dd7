import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applied, differenceOf } from './difference.ts';
import { anyChange } from '#tests/domain/edits.ts';

const all = () => true;
const none = () => false;
const HUNKS_MAX = 200;

describe('the difference between two texts', () => {
	test('with all its hunks is the one, with none the other', () => {
		fc.assert(
			fc.property(anyChange(6), ({ before, after }) => {
				const difference = differenceOf(before, after);
				expect(differenceOf(applied(difference, all), after).hunks).toBe(0);
				expect(applied(difference, none).eq(before)).toBe(true);
				expect(difference.hunks === 0).toBe(before.eq(after));
			}),
			{ numRuns: 40 }
		);
	});

	test('can be taken hunk by hunk, each time giving a valid text', () => {
		fc.assert(
			fc.property(anyChange(6), fc.infiniteStream(fc.nat()), ({ before, after }, picks) => {
				let text = before;
				// What is left is compared anew each time, and can fall apart in other hunks.
				for (let taken = 0; taken < HUNKS_MAX; taken += 1) {
					const left = differenceOf(text, after);
					if (left.hunks === 0) break;
					const pick = Number(picks.next().value) % left.hunks;
					text = applied(left, (hunk) => hunk === pick);
					text.check();
				}
				expect(differenceOf(text, after).hunks).toBe(0);
			}),
			{ numRuns: 15 }
		);
	});
});
