/** Chance that can be had again: the same seed gives the same throws. */
export type Chance = {
	/** A whole number from 0 up to but not including `below`. */
	below(below: number): number;
	/** One of these. */
	of<T>(values: readonly T[]): T;
};

// mulberry32, by Tommy Ettinger (public domain): small, fast and good enough to choose moments with.
export function openChance(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (most: number) => Math.floor(next() * most);
	return { below, of: (values) => values[below(values.length)]! };
}
