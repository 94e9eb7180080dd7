import { NO_FRAGMENT, type Sequence } from './sequence.ts';
import type { Range } from './shape.ts';

/** Where what was collected stood. Yjs collects what is put there too. */
export const GONE = -1;

/** What a run is when it is no node, whose numbers are higher. */
export const RUN = { words: 0, mark: -1, deleted: -2 } as const;

/** The structs of one client up to `end`, in runs: each a fragment of the sequence, or gone. */
type Row = { from: number[]; place: number[]; is: number[]; fragment: number[]; end: number };

/**
 * In which place each clock of each client stands, and what it is. Four numbers for each run: words that
 * were written on end, a mark, a node, or what was deleted.
 */
export class Runs {
	readonly #rows = new Map<number, Row>();
	readonly #sequence: Sequence;

	constructor(sequence: Sequence) {
		this.#sequence = sequence;
	}

	/** The first clock of this client that is not here. */
	endOf(client: number): number {
		return this.#rows.get(client)?.end ?? 0;
	}

	placeAt(client: number, clock: number): number {
		const row = this.#rows.get(client);
		return row && clock < row.end ? row.place[runAt(row, clock)]! : GONE;
	}

	/** A node's number, or one of `RUN`. */
	whatAt(client: number, clock: number): number {
		const row = this.#rows.get(client);
		return row && clock < row.end ? row.is[runAt(row, clock)]! : RUN.deleted;
	}

	fragmentAt(client: number, clock: number): number {
		const row = this.#rows.get(client);
		return row && clock < row.end ? row.fragment[runAt(row, clock)]! : NO_FRAGMENT;
	}

	/** The fragment that ends with this clock; it is cut if it goes on. */
	endingAt(client: number, clock: number): number {
		const row = this.#rows.get(client);
		if (!row || clock >= row.end) return NO_FRAGMENT;
		const at = runAt(row, clock);
		if (clock + 1 < (row.from[at + 1] ?? row.end)) this.#cut(row, at, clock + 1);
		return row.fragment[at]!;
	}

	/** The fragment that begins with this clock; it is cut if it began before. */
	beginningAt(client: number, clock: number): number {
		const row = this.#rows.get(client);
		if (!row || clock >= row.end) return NO_FRAGMENT;
		const at = runAt(row, clock);
		return row.from[at] === clock ? row.fragment[at]! : this.#cut(row, at, clock);
	}

	/** Puts a run behind the others of its client; a hole before it is gone. */
	add(client: number, from: number, to: number, place: number, is: number, fragment: number): void {
		let row = this.#rows.get(client);
		if (!row) {
			row = { from: [], place: [], is: [], fragment: [], end: 0 };
			this.#rows.set(client, row);
		}
		if (from > row.end) push(row, row.end, GONE, RUN.deleted, NO_FRAGMENT);
		push(row, from, place, is, fragment);
		row.end = to;
	}

	/** Makes the last run of a client longer. */
	extend(client: number, to: number): void {
		const row = this.#rows.get(client);
		if (row) row.end = to;
	}

	/** Forgets what a client has from this clock on. */
	cutOff(client: number, end: number): void {
		const row = this.#rows.get(client);
		if (!row) return;
		while (row.from.length > 0 && row.from.at(-1)! >= end) {
			const fragment = row.fragment.pop()!;
			if (fragment !== NO_FRAGMENT) this.#sequence.remove(fragment);
			row.from.pop();
			row.place.pop();
			row.is.pop();
		}
		row.end = end;
		if (end === 0) this.#rows.delete(client);
	}

	/** The places of the runs of words and marks that these clocks are in, one for each run. */
	*placesIn({ client, from, to }: Range): Generator<number> {
		const row = this.#rows.get(client);
		if (!row || from >= row.end) return;
		for (let at = runAt(row, from); at < row.from.length && row.from[at]! < to; at++) {
			if (row.place[at] !== GONE && row.is[at]! <= RUN.words) yield row.place[at]!;
		}
	}

	#cut(row: Row, at: number, clock: number): number {
		const whole = row.fragment[at]!;
		if (whole === NO_FRAGMENT) return NO_FRAGMENT;
		const half = this.#sequence.split(whole, clock);
		row.from.splice(at + 1, 0, clock);
		row.place.splice(at + 1, 0, row.place[at]!);
		row.is.splice(at + 1, 0, row.is[at]!);
		row.fragment.splice(at + 1, 0, half);
		return half;
	}
}

/** The number of the run that this clock is in. */
function runAt({ from }: Row, clock: number): number {
	let low = 0;
	let high = from.length - 1;
	// Most often it is the last.
	if (from[high]! <= clock) return high;
	while (low < high) {
		const middle = (low + high + 1) >>> 1;
		if (from[middle]! <= clock) low = middle;
		else high = middle - 1;
	}
	return low;
}

function push(row: Row, from: number, place: number, is: number, fragment: number): void {
	row.from.push(from);
	row.place.push(place);
	row.is.push(is);
	row.fragment.push(fragment);
}
