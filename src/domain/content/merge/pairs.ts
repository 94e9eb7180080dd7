import { align } from './alignment.ts';
import type { Branch, Branches } from './branches.ts';
import type { Match } from './matches.ts';

/** How many signs of one row are in the other, per pair of branches. */
export class Likeness {
	readonly #places: Int32Array;

	constructor(from: Branches, to: Branches) {
		this.#places = align(from.signs, to.signs);
	}

	/**
	 * Which of `from` can become which of `to`, in order: those that keep the most text where it is; between
	 * them the first that is of the same kind, so that what somebody is typing there has a place to arrive.
	 */
	pairs(from: readonly Branch[], to: readonly Branch[]): Match[] {
		const found: Match[] = [];
		let [i, j] = [0, 0];
		for (const [x, y] of [...this.#mostAlike(from, to), [from.length, to.length] as const]) {
			for (; i < x; i += 1) {
				const same = to.findIndex((one, at) => at >= j && at < y && isSameKind(from[i]!, one));
				if (same < 0) continue;
				found.push([i, same]);
				j = same + 1;
			}
			if (x < from.length) found.push([x, y]);
			[i, j] = [x + 1, y + 1];
		}
		return found;
	}

	#mostAlike(from: readonly Branch[], to: readonly Branch[]): Match[] {
		type Candidate = { pair: Match; total: number; before: Candidate | null };
		const candidates: Candidate[] = [];
		let best: Candidate | null = null;
		for (const [i, branch] of from.entries()) {
			const row = this.#weights(branch, to).map(([j, weight]) => {
				let before: Candidate | null = null;
				for (const candidate of candidates) {
					if (candidate.pair[1] < j && candidate.total > (before?.total ?? 0)) before = candidate;
				}
				return { pair: [i, j] as const, total: weight + (before?.total ?? 0), before };
			});
			for (const candidate of row) if (candidate.total > (best?.total ?? 0)) best = candidate;
			candidates.push(...row);
		}
		const chosen: Match[] = [];
		for (let candidate = best; candidate; candidate = candidate.before) chosen.push(candidate.pair);
		return chosen.reverse();
	}

	/** For each branch of `to` that has signs of this one and is of its kind: how many. */
	#weights(branch: Branch, to: readonly Branch[]): [number, number][] {
		const weights = new Map<number, number>();
		let at = 0;
		for (let i = branch.start; i < branch.end; i += 1) {
			const place = this.#places[i]!;
			if (place < 0) continue;
			// Places only grow, so the search goes on from where it was.
			while (at < to.length && to[at]!.end <= place) at += 1;
			const inside = to[at] && to[at]!.start <= place && isSameKind(branch, to[at]!);
			if (inside) weights.set(at, (weights.get(at) ?? 0) + 1);
		}
		return [...weights];
	}
}

function isSameKind(a: Branch, b: Branch): boolean {
	if (a.is === 'words' || b.is === 'words') return a.is === b.is;
	return a.element.nodeName === b.element.nodeName;
}
