import {
	hasSlot,
	mayStandIn,
	ROOT_KIND,
	UNKNOWN_KIND,
	WORDS_KIND
} from '#domain/content/writable.ts';
import { LIMITS } from './limits.ts';
import { BadFrame } from './protocol.ts';
import type { Shape } from './shape.ts';
import { HOLDS, STANDS, type Piece } from './validation/piece.ts';

/** Places in one node: its children, and an attribute each. */
const SLOTS = 32;

/** Where what was collected stood. Yjs collects what is put there too. */
const GONE = -1;
const NO_NODE = 0;

/** The nodes that are there without having been made. */
const ROOT = 1;
const OTHER_ROOT = 2;

/** The structs of one client, up to `end`, in runs that each stand in one place, each struct right of the last. */
type Runs = { from: number[]; place: number[]; node: number[]; end: number };

/**
 * Where everything in a text stands: what an update says of its neighbours and parents can only be judged
 * by who knows those. Three numbers for each run of words and each node, none for a character. It never
 * forgets what is deleted, for others may still point at it, and is made anew with its room.
 */
export class ElementIndex {
	readonly #runs = new Map<number, Runs>();
	// Of each node its kind, and how deep it stands.
	readonly #kinds = [UNKNOWN_KIND, ROOT_KIND, UNKNOWN_KIND];
	readonly #depths = [0, 0, 0];

	/** Takes in what is stored, whatever it is: nobody may be kept out of a text by it. */
	load(shape: Shape): void {
		new Taking(this.#runs, this.#kinds, this.#depths, false).take(shape.pieces);
	}

	/**
	 * Takes in an update of which nothing that it needs is missing. Throws `BadFrame`, and stays as it was,
	 * when something would stand where no editor of ours puts it: clients would throw, or stop showing the text.
	 */
	take(shape: Shape): void {
		const taking = new Taking(this.#runs, this.#kinds, this.#depths, true);
		try {
			taking.take(shape.pieces);
		} catch (error) {
			taking.undo();
			throw error;
		}
	}
}

/** One update being taken in. */
class Taking {
	readonly #runs: Map<number, Runs>;
	readonly #kinds: number[];
	readonly #depths: number[];
	readonly #isStrict: boolean;
	readonly #nodesBefore: number;
	/** How far each client was. */
	readonly #before = new Map<number, { runs: number; end: number }>();

	constructor(runs: Map<number, Runs>, kinds: number[], depths: number[], isStrict: boolean) {
		this.#runs = runs;
		this.#kinds = kinds;
		this.#depths = depths;
		this.#isStrict = isStrict;
		this.#nodesBefore = kinds.length;
	}

	/** In the order in which they need each other, as Yjs does: a row stops where it needs another. */
	take(pieces: readonly Piece[]): void {
		const rows = new Map<number, { at: number; end: number }>();
		pieces.forEach(({ client }, at) => {
			const row = rows.get(client);
			if (row) row.end = at + 1;
			else rows.set(client, { at, end: at + 1 });
		});
		for (const first of rows.keys()) {
			const stack = [first];
			for (let client = stack.at(-1); client !== undefined; client = stack.at(-1)) {
				const row = rows.get(client);
				const needed = row && row.at < row.end ? this.#missing(pieces[row.at]!) : undefined;
				if (!row || row.at === row.end) stack.pop();
				else if (needed === undefined) {
					this.#add(pieces[row.at++]!);
					// Who waited for it looks again.
					if (stack.length > 1) stack.pop();
				} else {
					const other = rows.get(needed);
					if (!other || other.at === other.end || stack.includes(needed)) {
						if (this.#isStrict) throw new BadFrame('an update that misses something', 'missing');
						this.#add(pieces[row.at++]!);
					} else stack.push(needed);
				}
			}
		}
	}

	undo(): void {
		for (const [client, { runs, end }] of this.#before) {
			if (runs === 0) {
				this.#runs.delete(client);
				continue;
			}
			const kept = this.#runs.get(client)!;
			kept.from.length = kept.place.length = kept.node.length = runs;
			kept.end = end;
		}
		this.#kinds.length = this.#depths.length = this.#nodesBefore;
	}

	/** The client of whom a neighbour or parent of this piece is not there yet. */
	#missing(piece: Piece): number | undefined {
		if (piece.stands < STANDS.inside) return undefined;
		if (!this.#has(piece.atClient, piece.atClock)) return piece.atClient;
		if (piece.stands !== STANDS.between) return undefined;
		return this.#has(piece.besideClient, piece.besideClock) ? undefined : piece.besideClient;
	}

	#has(client: number, clock: number): boolean {
		return clock < (this.#runs.get(client)?.end ?? 0);
	}

	#add(piece: Piece): void {
		const end = this.#runs.get(piece.client)?.end ?? 0;
		// Yjs takes nothing of what it has.
		if (piece.to <= end) return;
		const place = this.#placeOf(piece);
		if (this.#isStrict) {
			if (piece.from > end) throw new BadFrame('an update that misses something', 'missing');
			this.#judge(piece, place, end);
		}
		let node = NO_NODE;
		if (piece.holds === HOLDS.node && place !== GONE) {
			node = this.#kinds.length;
			this.#kinds.push(piece.kind);
			this.#depths.push(this.#depths[nodeIn(place)]! + 1);
		}
		this.#append(piece, end, place, node);
	}

	#placeOf(piece: Piece): number {
		switch (piece.stands) {
			case STANDS.inRoot:
				return ROOT * SLOTS + piece.slot;
			case STANDS.inOtherRoot:
				return OTHER_ROOT * SLOTS + piece.slot;
			case STANDS.inside: {
				const node = this.#nodeAt(piece.atClient, piece.atClock);
				return node === NO_NODE ? GONE : node * SLOTS + piece.slot;
			}
			case STANDS.before:
			case STANDS.after:
				return this.#placeAt(piece.atClient, piece.atClock);
			case STANDS.between:
				return this.#between(piece);
			default:
				return GONE;
		}
	}

	#between(piece: Piece): number {
		const { atClient, atClock, besideClient, besideClock } = piece;
		const left = this.#placeAt(atClient, atClock);
		const right = this.#placeAt(besideClient, besideClock);
		if (left === GONE || right === GONE) return GONE;
		if (!this.#isStrict) return left;
		if (left !== right) throw new BadFrame('neighbours in two places', 'place');
		// Within a run later is further to the right. Of other neighbours only a whole document knows.
		if (atClient === besideClient && besideClock <= atClock) {
			const runs = this.#runs.get(atClient)!;
			if (runAt(runs, atClock) === runAt(runs, besideClock)) {
				throw new BadFrame('neighbours in reverse', 'place');
			}
		}
		return left;
	}

	#judge(piece: Piece, place: number, end: number): void {
		// Of a struct that is there in part, Yjs puts the rest behind that part, in the place that it names.
		if (piece.from < end && place !== GONE) {
			if (this.#placeAt(piece.client, end - 1) !== place) {
				throw new BadFrame('a struct in two places', 'place');
			}
		}
		if (place === GONE) return;
		const kind = this.#kinds[nodeIn(place)]!;
		const slot = place % SLOTS;
		if (!isFitting(piece, kind, slot)) throw new BadFrame('something out of place', 'place');
		if (piece.holds !== HOLDS.node) return;
		if (this.#depths[nodeIn(place)]! >= LIMITS.elementDepth) {
			throw new BadFrame('nodes too deep', 'budget');
		}
	}

	#append(piece: Piece, end: number, place: number, node: number): void {
		let runs = this.#runs.get(piece.client);
		if (!runs) this.#runs.set(piece.client, (runs = { from: [], place: [], node: [], end: 0 }));
		if (!this.#before.has(piece.client)) {
			this.#before.set(piece.client, { runs: runs.from.length, end });
		}
		if (piece.from > end) push(runs, end, GONE, NO_NODE);
		if (!(follows(piece) || place === GONE) || !isSame(runs, place, node)) {
			push(runs, Math.max(piece.from, end), place, node);
		}
		runs.end = piece.to;
	}

	#placeAt(client: number, clock: number): number {
		const runs = this.#runs.get(client);
		return runs && clock < runs.end ? runs.place[runAt(runs, clock)]! : GONE;
	}

	#nodeAt(client: number, clock: number): number {
		const runs = this.#runs.get(client);
		return runs && clock < runs.end ? runs.node[runAt(runs, clock)]! : NO_NODE;
	}
}

/** The number of the run that this clock is in. */
function runAt({ from }: Runs, clock: number): number {
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

function nodeIn(place: number): number {
	return Math.floor(place / SLOTS);
}

function isFitting(piece: Piece, kind: number, slot: number): boolean {
	if ((piece.holds & HOLDS.words) !== 0) return slot === 0 && kind === WORDS_KIND;
	switch (piece.holds) {
		case HOLDS.node:
			return slot === 0 && mayStandIn(piece.kind, kind);
		case HOLDS.value:
			return slot > 0 && hasSlot(kind, slot) && (piece.slots & (1 << slot)) !== 0;
		case HOLDS.deleted:
			return slot === 0 || hasSlot(kind, slot);
		default:
			return piece.holds === HOLDS.collected;
	}
}

/** Whether it stands right of the struct before it. */
function follows({ stands, client, from, atClient, atClock }: Piece): boolean {
	return stands >= STANDS.after && atClient === client && atClock === from - 1;
}

/** Whether the last run is of the same place, and no node. */
function isSame(runs: Runs, place: number, node: number): boolean {
	const last = runs.from.length - 1;
	return last >= 0 && node === NO_NODE && runs.node[last] === NO_NODE && runs.place[last] === place;
}

function push(runs: Runs, from: number, place: number, node: number): void {
	runs.from.push(from);
	runs.place.push(place);
	runs.node.push(node);
}
