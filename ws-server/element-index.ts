import { ROOT_KIND, UNKNOWN_KIND } from '#domain/content/writable.ts';
import { LIMITS } from './limits.ts';
import { BadFrame } from './protocol.ts';
import { GONE, RUN, Runs } from './runs.ts';
import { NO_CLIENT, NO_FRAGMENT, Sequence, standingOf, type Standing } from './sequence.ts';
import type { Range, Shape } from './shape.ts';
import { HOLDS, isFitting, STANDS, type Piece } from './validation/piece.ts';

/** Places in one node: its children, and an attribute each. */
const SLOTS = 32;

/** The nodes that are there without having been made. */
const ROOT = 1;
const OTHER_ROOT = 2;

/** What one update may cost those who take it in: see `LIMITS.effort`. */
export type Effort = { steps: number; seams: number; deleting: number };

const ANY: Effort = { steps: LIMITS.stepsToLoad, seams: Infinity, deleting: Infinity };

/**
 * Where everything in a text stands: what an update says of its neighbours and parents can only be judged
 * by who knows those. Three numbers for each run of words and each node, none for a character. It never
 * forgets what is deleted, for others may still point at it, and is made anew with its room.
 */
export class ElementIndex {
	readonly #sequence = new Sequence();
	readonly #runs = new Runs(this.#sequence);
	/** The texts that have marks. */
	readonly #marked = new Set<number>();
	// Of each node its kind, and how deep it stands.
	readonly #kinds = [UNKNOWN_KIND, ROOT_KIND, UNKNOWN_KIND];
	readonly #depths = [0, 0, 0];

	/** Takes in what is stored, whatever it is: nobody may be kept out of a text by it. */
	load(shape: Shape): void {
		this.#taking(null).take(shape.pieces);
	}

	/**
	 * Takes in an update of which nothing that it needs is missing, and that deletes `deletes` which were not
	 * deleted; gives how many steps it takes to find where it goes. Throws `BadFrame`, and stays as it was, when
	 * something would stand where no editor of ours puts it (clients would throw, stop showing the text, or
	 * show others something else), or when it is more work than `most`.
	 */
	take(
		shape: Shape,
		deletes: readonly Range[] = shape.deletes,
		most: Effort = LIMITS.effort
	): number {
		const taking = this.#taking(most);
		try {
			taking.take(shape.pieces);
			this.#judgeDeletes(deletes, most);
			return this.#sequence.steps;
		} catch (error) {
			taking.undo();
			throw error;
		}
	}

	/**
	 * After each edit of a text with marks Yjs looks for marks that do nothing: around everything that was
	 * deleted, as far as all is deleted. That is as much as what was deleted times what there is.
	 */
	#judgeDeletes(deletes: readonly Range[], { deleting }: Effort): void {
		let work = 0;
		for (const range of deletes) {
			for (const place of this.#runs.placesIn(range)) {
				if (this.#marked.has(place)) work += this.#sequence.lengthOf(place);
				if (work > deleting) throw new BadFrame('too much to delete at once', 'budget');
			}
		}
	}

	#taking(most: Effort | null): Taking {
		this.#sequence.steps = 0;
		const { kinds, depths } = { kinds: this.#kinds, depths: this.#depths };
		return new Taking(this.#runs, this.#sequence, this.#marked, { kinds, depths }, most);
	}
}

/** One update being taken in. */
class Taking {
	readonly #runs: Runs;
	readonly #sequence: Sequence;
	readonly #marked: Set<number>;
	readonly #kinds: number[];
	readonly #depths: number[];
	readonly #isStrict: boolean;
	readonly #most: Effort;
	readonly #nodesBefore: number;
	/** How far each client was. */
	readonly #before = new Map<number, number>();
	#seams = 0;

	/** Strict when there is a limit to its effort. */
	constructor(
		runs: Runs,
		sequence: Sequence,
		marked: Set<number>,
		{ kinds, depths }: { kinds: number[]; depths: number[] },
		most: Effort | null
	) {
		this.#runs = runs;
		this.#sequence = sequence;
		this.#marked = marked;
		this.#kinds = kinds;
		this.#depths = depths;
		this.#isStrict = most !== null;
		this.#most = most ?? ANY;
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

	/** Cuts that it made may stay: they change nothing. */
	undo(): void {
		for (const [client, end] of this.#before) this.#runs.cutOff(client, end);
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
		return clock < this.#runs.endOf(client);
	}

	#add(piece: Piece): void {
		const end = this.#runs.endOf(piece.client);
		// Yjs takes nothing of what it has.
		if (piece.to <= end) return;
		const place = this.#placeOf(piece);
		if (this.#isStrict) {
			if (piece.from > end) throw new BadFrame('an update that misses something', 'missing');
			this.#judge(piece, place, end);
		}
		if (!this.#before.has(piece.client)) this.#before.set(piece.client, end);
		const from = Math.max(piece.from, end);
		if (place !== GONE) this.#stand(piece, from, place, this.#whatIs(piece, place));
		else if (end > 0 && from === end && this.#runs.placeAt(piece.client, end - 1) === GONE) {
			this.#runs.extend(piece.client, piece.to);
		} else this.#runs.add(piece.client, from, piece.to, GONE, RUN.deleted, NO_FRAGMENT);
	}

	#whatIs({ holds, kind }: Piece, place: number): number {
		if (holds === HOLDS.mark) this.#marked.add(place);
		if (holds === HOLDS.mark) return RUN.mark;
		if (holds !== HOLDS.node) return holds === HOLDS.words ? RUN.words : RUN.deleted;
		this.#kinds.push(kind);
		return this.#depths.push(this.#depths[nodeIn(place)]! + 1) - 1;
	}

	#placeOf(piece: Piece): number {
		switch (piece.stands) {
			case STANDS.inRoot:
				return ROOT * SLOTS + piece.slot;
			case STANDS.inOtherRoot:
				return OTHER_ROOT * SLOTS + piece.slot;
			case STANDS.inside: {
				const node = this.#runs.whatAt(piece.atClient, piece.atClock);
				return node <= RUN.words ? GONE : node * SLOTS + piece.slot;
			}
			case STANDS.before:
			case STANDS.after:
				return this.#runs.placeAt(piece.atClient, piece.atClock);
			case STANDS.between:
				return this.#between(piece);
			default:
				return GONE;
		}
	}

	#between(piece: Piece): number {
		const { atClient, atClock, besideClient, besideClock } = piece;
		const left = this.#runs.placeAt(atClient, atClock);
		const right = this.#runs.placeAt(besideClient, besideClock);
		if (left === GONE || right === GONE) return GONE;
		if (!this.#isStrict) return left;
		if (left !== right) throw new BadFrame('neighbours in two places', 'place');
		return left;
	}

	#judge(piece: Piece, place: number, end: number): void {
		// Of a struct that is there in part, Yjs puts the rest behind that part, in the place that it names.
		if (piece.from < end && place !== GONE) {
			if (this.#runs.placeAt(piece.client, end - 1) !== place) {
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

	/** Puts a piece, from this clock on, where Yjs puts it. */
	#stand(piece: Piece, from: number, place: number, is: number): void {
		const runs = this.#runs;
		const sequence = this.#sequence;
		const item = standingOf(piece, from, place);
		const { client, leftClient, leftClock, rightClient, rightClock } = item;
		const hasRight = rightClient !== NO_CLIENT && runs.placeAt(rightClient, rightClock) === place;
		let left = leftClient === NO_CLIENT ? NO_FRAGMENT : runs.endingAt(leftClient, leftClock);
		const right = hasRight ? runs.beginningAt(rightClient, rightClock) : NO_FRAGMENT;
		// What was found may be cut for the right one.
		if (leftClient === rightClient && left !== NO_FRAGMENT)
			left = runs.endingAt(leftClient, leftClock);
		const isReverse =
			left !== NO_FRAGMENT && right !== NO_FRAGMENT && !sequence.isRightOf(left, right);
		// Those who were there would put it elsewhere than those who come later. Yjs writes it itself, rarely and
		// of one's own only: who undoes that a paragraph was deleted may get its words back in another order.
		const isOwn = leftClient === client && rightClient === client;
		if (isReverse && this.#isStrict && !isOwn) throw new BadFrame('neighbours in reverse', 'place');
		const isOnward = leftClient === client && leftClock === from - 1;
		const isNext = left !== NO_FRAGMENT && sequence.isNext(left, right);
		if (isOnward && isNext && sequence.hasRight(left, rightClient, rightClock)) {
			const isSame = is === runs.whatAt(leftClient, leftClock);
			if (isSame && (is === RUN.words || is === RUN.deleted)) return runs.extend(client, piece.to);
		}
		if (!isOnward) this.#sew(leftClient, leftClock);
		const after = isNext ? left : this.#seek(item, left, right);
		runs.add(client, from, piece.to, place, is, sequence.insert(item, after));
	}

	#seek(item: Standing, left: number, right: number): number {
		const { steps } = this.#most;
		const after = this.#sequence.seek(item, left, right, steps, (client, clock) =>
			this.#runs.fragmentAt(client, clock)
		);
		if (this.#isStrict && this.#sequence.steps > steps) {
			throw new BadFrame('too much to look through', 'steps');
		}
		return after;
	}

	/** Counts that words are cut, or looked for: each such place costs clients a search and a cut. */
	#sew(client: number, clock: number): void {
		if (client === NO_CLIENT || this.#runs.whatAt(client, clock) > RUN.words) return;
		if (++this.#seams > this.#most.seams) throw new BadFrame('too many places', 'budget');
	}
}

function nodeIn(place: number): number {
	return Math.floor(place / SLOTS);
}
