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

test('ranges that are added together are the same as one by one', () => {
	for (let seed = 1; seed <= 100; seed++) {
		const chance = openChance(seed);
		const [together, apart] = [new Ranges(), new Ranges()];
		for (let turn = 0; turn < 6; turn++) {
			const client = 1 + chance.below(2);
			let at = chance.below(40);
			const added = Array.from({ length: 1 + chance.below(40) }, () => {
				const from = at + chance.below(4);
				at = from + 1 + chance.below(4);
				return { client, from, to: at };
			});
			together.addAll(added);
			for (const range of added) apart.add(range);
		}
		expect([...together]).toEqual([...apart]);
	}
});

test('[P5] a hundred thousand deletes before a hundred thousand others are no work', () => {
	const every = (start: number) =>
		Array.from({ length: 100_000 }, (_, nth) => {
			const from = start + nth * 2;
			return { client: 1, from, to: from + 1 };
		});
	const ranges = new Ranges();
	ranges.addAll(every(1_000_000));
	const began = performance.now();
	ranges.addAll(every(0));
	// One by one they take a minute.
	expect(performance.now() - began).toBeLessThan(2_000);
	expect(ranges.covers({ client: 1, from: 2, to: 3 })).toBe(true);
});
