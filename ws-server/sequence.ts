import { STANDS, type Piece } from './validation/piece.ts';

/** No fragment, as a neighbour: the begin or the end of a place. */
export const NO_FRAGMENT = 0;
/** No client, as whose a neighbour is: there was none. */
export const NO_CLIENT = -1;

/** Between two labels, when there is nothing else: a million go between one by one. */
const APART = 2 ** 20;
/** A fragment gets another label in a fraction of the time that it takes to look at one. */
const SPREADS_IN_STEP = 32;

/** Where something says that it stands: between which two, when it was made. */
export type Standing = {
	client: number;
	place: number;
	leftClient: number;
	leftClock: number;
	rightClient: number;
	rightClock: number;
};

/** `last` is the fragment that was put there last. */
type Place = { first: number; last: number; length: number };

/**
 * What stands in each place, from left to right, in the order in which Yjs puts it. A fragment is a row of
 * clocks of one client of which each stands right of the last; the first says where that one stands.
 */
export class Sequence {
	/** Fragments that were looked at to find where something goes. */
	steps = 0;
	readonly #places = new Map<number, Place>();
	// Of each fragment; the first is none.
	readonly #client = [NO_CLIENT];
	readonly #place = [0];
	readonly #leftClient = [NO_CLIENT];
	readonly #leftClock = [0];
	readonly #rightClient = [NO_CLIENT];
	readonly #rightClock = [0];
	readonly #next = [NO_FRAGMENT];
	readonly #previous = [NO_FRAGMENT];
	/** Grows from left to right within a place. */
	readonly #label = [0];
	readonly #free: number[] = [];

	/** How many fragments there are in a place. */
	lengthOf(place: number): number {
		return this.#places.get(place)?.length ?? 0;
	}

	/** Whether the second, of the same place, stands right of the first. */
	isRightOf(first: number, second: number): boolean {
		return this.#label[second]! > this.#label[first]!;
	}

	/** Whether the second follows the first at once; `NO_FRAGMENT` as the second: whether it is the last. */
	isNext(first: number, second: number): boolean {
		return this.#next[first] === second;
	}

	/** Whether the fragment had this right neighbour when it was made. */
	hasRight(fragment: number, client: number, clock: number): boolean {
		if (this.#rightClient[fragment] !== client) return false;
		return client === NO_CLIENT || this.#rightClock[fragment] === clock;
	}

	/**
	 * The fragment right of which Yjs puts something that stands between these two: what others put there
	 * meanwhile is gone through (`Item.integrate`), until `steps` is more than `most`. `fragmentAt` gives the
	 * one that a clock is in.
	 */
	seek(
		item: Standing,
		left: number,
		right: number,
		most: number,
		fragmentAt: (client: number, clock: number) => number
	): number {
		let after = left;
		let other = this.#after(left, item.place);
		for (; other !== NO_FRAGMENT && other !== right; other = this.#next[other]!) {
			if (++this.steps > most) return left;
			if (this.#hasLeftOf(other, item)) {
				if (this.#client[other]! < item.client) after = other;
				else if (this.hasRight(other, item.rightClient, item.rightClock)) break;
			} else if (this.#leftClient[other] === NO_CLIENT) break;
			else {
				const origin = fragmentAt(this.#leftClient[other]!, this.#leftClock[other]!);
				// Of what stands right of an item in between, it stands where that does.
				if (left !== NO_FRAGMENT && !this.isRightOf(left, origin)) break;
				if (after !== NO_FRAGMENT && !this.isRightOf(after, origin)) after = other;
			}
		}
		return after;
	}

	/** Puts a new fragment right of this one. */
	insert(item: Standing, after: number): number {
		const fragment = this.#free.pop() ?? this.#client.length;
		this.#client[fragment] = item.client;
		this.#place[fragment] = item.place;
		this.#leftClient[fragment] = item.leftClient;
		this.#leftClock[fragment] = item.leftClock;
		this.#rightClient[fragment] = item.rightClient;
		this.#rightClock[fragment] = item.rightClock;
		let place = this.#places.get(item.place);
		if (!place) {
			place = { first: NO_FRAGMENT, last: NO_FRAGMENT, length: 0 };
			this.#places.set(item.place, place);
		}
		const next = after === NO_FRAGMENT ? place.first : this.#next[after]!;
		this.#label[fragment] = this.#labelBetween(after, next, place);
		this.#link(after, fragment, place);
		this.#link(fragment, next, place);
		place.length++;
		place.last = fragment;
		return fragment;
	}

	/** Cuts a fragment before this clock; gives the right half. */
	split(fragment: number, clock: number): number {
		const client = this.#client[fragment]!;
		const half = {
			client,
			place: this.#place[fragment]!,
			leftClient: client,
			leftClock: clock - 1,
			rightClient: this.#rightClient[fragment]!,
			rightClock: this.#rightClock[fragment]!
		};
		return this.insert(half, fragment);
	}

	remove(fragment: number): void {
		const place = this.#places.get(this.#place[fragment]!)!;
		this.#link(this.#previous[fragment]!, this.#next[fragment]!, place);
		if (--place.length === 0) this.#places.delete(this.#place[fragment]!);
		this.#free.push(fragment);
	}

	#after(fragment: number, place: number): number {
		if (fragment !== NO_FRAGMENT) return this.#next[fragment]!;
		return this.#places.get(place)?.first ?? NO_FRAGMENT;
	}

	#hasLeftOf(fragment: number, { leftClient, leftClock }: Standing): boolean {
		if (this.#leftClient[fragment] !== leftClient) return false;
		return leftClient === NO_CLIENT || this.#leftClock[fragment] === leftClock;
	}

	#link(left: number, right: number, place: Place): void {
		if (left !== NO_FRAGMENT) this.#next[left] = right;
		else place.first = right;
		if (right !== NO_FRAGMENT) this.#previous[right] = left;
	}

	#labelBetween(left: number, right: number, place: Place): number {
		if (left === NO_FRAGMENT) return right === NO_FRAGMENT ? 0 : this.#label[right]! - APART;
		if (right === NO_FRAGMENT) return this.#label[left]! + APART;
		if (!this.#hasRoom(left, right)) this.#spread(place);
		const [from, to] = [this.#label[left]!, this.#label[right]!];
		// People go on where they were: half of the room for each would soon be none.
		if (to - from > 2 && left === place.last) return from + 1;
		if (to - from > 2 && right === place.last) return to - 1;
		return (from + to) / 2;
	}

	#hasRoom(left: number, right: number): boolean {
		const [from, to] = [this.#label[left]!, this.#label[right]!];
		const middle = (from + to) / 2;
		return from < middle && middle < to;
	}

	/** Puts all of a place apart again: numbers have no room between them after some fifty halvings. */
	#spread(place: Place): void {
		let label = 0;
		let fragment = place.first;
		for (; fragment !== NO_FRAGMENT; fragment = this.#next[fragment]!) {
			this.#label[fragment] = label;
			label += APART;
		}
		this.steps += place.length / SPREADS_IN_STEP;
	}
}

/** Between which two a piece stands, from this clock on: what comes before that is there already. */
export function standingOf(piece: Piece, from: number, place: number): Standing {
	const { client, stands, atClient, atClock, besideClient, besideClock } = piece;
	const isCut = piece.from < from;
	const hasLeft = stands >= STANDS.after;
	const isBetween = stands === STANDS.between;
	return {
		client,
		place,
		leftClient: isCut ? client : hasLeft ? atClient : NO_CLIENT,
		leftClock: isCut ? from - 1 : atClock,
		rightClient: isBetween ? besideClient : stands === STANDS.before ? atClient : NO_CLIENT,
		rightClock: isBetween ? besideClock : atClock
	};
}
