import type { Node } from '@tiptap/pm/model';

type Stretch = { from: number; to: number };

/**
 * Between the places of an editor, which count where nodes begin and end, and the characters of its text. Made once
 * for all that is looked for in a text.
 */
export class Characters {
	/** Before how many characters each piece of text begins, and at which place. */
	readonly #counts: number[] = [];
	readonly #places: number[] = [];
	readonly #count: number;

	constructor(doc: Node) {
		let count = 0;
		doc.descendants((node, place) => {
			if (!node.isText) return true;
			this.#counts.push(count);
			this.#places.push(place);
			count += node.nodeSize;
			return false;
		});
		this.#count = count;
	}

	/** How many characters stand before a place. */
	before(place: number): number {
		const nth = lastAtMost(this.#places, place);
		if (nth < 0) return 0;
		const end = this.#counts[nth + 1] ?? this.#count;
		return Math.min(this.#at(this.#counts, nth) + place - this.#at(this.#places, nth), end);
	}

	/** The places around some characters; null when there are not so many. */
	around({ from, to }: Stretch): Stretch | null {
		if (from < 0 || to > this.#count || from >= to) return null;
		const last = to - 1;
		return { from: this.#placeOf(from), to: this.#placeOf(last) + 1 };
	}

	#placeOf(character: number): number {
		const nth = lastAtMost(this.#counts, character);
		return this.#at(this.#places, nth) + character - this.#at(this.#counts, nth);
	}

	#at(list: readonly number[], nth: number): number {
		return list[nth] ?? 0;
	}
}

/** Which of these, that grow, is the last that is not more than this; -1 when all are more. */
function lastAtMost(grown: readonly number[], most: number): number {
	let [low, high] = [0, grown.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((grown[middle] ?? 0) <= most) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
