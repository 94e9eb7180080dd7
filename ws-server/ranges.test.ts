import { expect, test } from 'vitest';
import { openChance } from '#tests/live/chance.ts';
import { Ranges } from './ranges.ts';

test('ranges hold what was put in, whatever the order, and stay apart', () => {
	for (let seed = 1; seed <= 100; seed++) {
		const chance = openChance(seed);
		const ranges = new Ranges();
		const truth = new Set<number>();
		for (let turn = 0; turn < 40; turn++) {
			const from = chance.below(60);
			const to = from + 1 + chance.below(8);
			const within = Array.from({ length: to - from }, (_, nth) => from + nth);
			const lacking = ranges.missing({ client: 1, from, to });
			const lacks = lacking.flatMap(({ from, to }) =>
				Array.from({ length: to - from }, (_, nth) => from + nth)
			);
			expect(lacks).toEqual(within.filter((clock) => !truth.has(clock)));
			expect(ranges.covers({ client: 1, from, to })).toBe(lacks.length === 0);
			ranges.add({ client: 1, from, to });
			for (const clock of within) truth.add(clock);
			const bounds = [...ranges].flatMap(({ from, to }) => [from, to]);
			expect(bounds).toEqual([...new Set(bounds)].sort((one, other) => one - other));
		}
	}
});
