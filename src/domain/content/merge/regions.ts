import type { Span } from './spans.ts';

type Range = readonly [number, number];

/** A run of blocks of the base that at least one side changed, and what it became on either side. */
export type Region = { base: Range; theirs: Range; mine: Range; changedBy: 'them' | 'me' | 'both' };

/** Where either side changed the base. Changes that touch are one region: they may be about the same text. */
export function regionsOf(theirs: readonly Span[], mine: readonly Span[]): Region[] {
	const regions: Region[] = [];
	const [them, me] = [new Side(theirs), new Side(mine)];
	for (let start = Math.min(them.next, me.next); start < Infinity;) {
		let end = start;
		// Each side may stretch the region into the next change of the other.
		for (let before = -1; before < end;) {
			before = end;
			end = me.takeUntil(them.takeUntil(end));
		}
		const changedBy = !me.took ? 'them' : !them.took ? 'me' : 'both';
		regions.push({
			base: [start, end],
			theirs: them.close(start, end),
			mine: me.close(start, end),
			changedBy
		});
		start = Math.min(them.next, me.next);
	}
	return regions;
}

/** Walks through the changes of one side. */
class Side {
	readonly #spans: readonly Span[];
	#at = 0;
	/** How many blocks more than the base this side has, before the region and after what it took. */
	#shiftBefore = 0;
	#shift = 0;
	took = false;

	constructor(spans: readonly Span[]) {
		this.#spans = spans;
	}

	/** Where in the base the next change begins. */
	get next(): number {
		return this.#spans[this.#at]?.from[0] ?? Infinity;
	}

	/** Takes the changes that begin at or before `end`, and says where the last of them ends. */
	takeUntil(end: number): number {
		let last = end;
		for (let span = this.#spans[this.#at]; span && span.from[0] <= last;) {
			last = Math.max(last, span.from[1]);
			this.#shift += span.to[1] - span.to[0] - (span.from[1] - span.from[0]);
			this.took = true;
			this.#at += 1;
			span = this.#spans[this.#at];
		}
		return last;
	}

	/** The blocks of this side for a region of the base, which ends here. */
	close(start: number, end: number): Range {
		const range = [start + this.#shiftBefore, end + this.#shift] as const;
		this.#shiftBefore = this.#shift;
		this.took = false;
		return range;
	}
}
