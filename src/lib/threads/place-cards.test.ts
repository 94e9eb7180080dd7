import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GAP_PX, placeCards, type Card } from './place-cards.ts';

const cards = fc
	.array(fc.record({ at: fc.nat(5000), height: fc.integer({ min: 20, max: 400 }) }), {
		minLength: 1,
		maxLength: 40
	})
	.map((made) =>
		made
			.sort((one, other) => one.at - other.at)
			.map((card, nth): Card => ({ ...card, id: String(nth) }))
	);

function topsOf(of: readonly Card[], active: string | null, floor = 0): number[] {
	const placed = placeCards(of, active, floor);
	return of.map(({ id }) => placed.get(id)!);
}

test('no card stands over another, and each stays in the order of the text', () => {
	fc.assert(
		fc.property(cards, fc.nat(45), (of, nth) => {
			const tops = topsOf(of, String(nth));
			for (let at = 1; at < of.length; at += 1) {
				expect(tops[at]).toBeGreaterThanOrEqual(tops[at - 1]! + of[at - 1]!.height + GAP_PX);
			}
			expect(tops[0]).toBeGreaterThanOrEqual(0);
		})
	);
});

test('the active card stands exactly at its words, if those above it have room', () => {
	fc.assert(
		fc.property(cards, fc.nat(), (of, nth) => {
			const active = of[nth % of.length]!;
			const above = of
				.slice(0, nth % of.length)
				.reduce((sum, { height }) => sum + height + GAP_PX, 0);
			expect(placeCards(of, active.id).get(active.id)).toBe(Math.max(active.at, above));
		})
	);
});

test('a card with room around it stands at its words, also while another is active', () => {
	const of = [
		{ id: 'a', at: 100, height: 50 },
		{ id: 'b', at: 110, height: 80 },
		{ id: 'c', at: 120, height: 50 },
		{ id: 'd', at: 900, height: 50 }
	];
	expect(topsOf(of, null)).toEqual([100, 162, 254, 900]);
	expect(topsOf(of, 'b')).toEqual([48, 110, 202, 900]);
	expect(topsOf(of, 'd')).toEqual([100, 162, 254, 900]);
});

test('nothing rises above the top of the column', () => {
	const of = [
		{ id: 'a', at: 10, height: 100 },
		{ id: 'b', at: 20, height: 100 }
	];
	expect(topsOf(of, 'b', 40)).toEqual([40, 152]);
});
