import { randomInt } from 'node:crypto';

/** The same items in an order that nobody chose. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
	return items
		.map((item) => ({ item, at: randomInt(2 ** 47) }))
		.sort((one, other) => one.at - other.at)
		.map(({ item }) => item);
}
