import { isRoot, slotOf } from '#domain/content/writable.ts';
import { LIMITS } from '../limits.ts';
import { BadFrame } from '../protocol.ts';
import type { Block, Clock, Shape, StructShape } from '../shape.ts';
import type { Budget } from './budget.ts';
import type { Bytes } from './bytes.ts';
import { DELETED, readContent } from './content.ts';
import { HOLDS, STANDS, type Piece } from './piece.ts';
import type { Rules } from './rules.ts';

// The bits of a struct's first byte.
const CONTENT = 31;
const HAS_KEY = 32;
const HAS_RIGHT = 64;
const HAS_LEFT = 128;
const HAS_NEIGHBOUR = HAS_LEFT | HAS_RIGHT;

const COLLECTED = 0;
const HOLE = 10;

/** Yjs draws client ids of 32 bits. */
const CLIENT_MAX = 0xffffffff;

const NOTHING: readonly Clock[] = [];

/** Reads the rows of structs of an update, one for each client. */
export class StructReader {
	readonly structs: StructShape[] = [];
	readonly blocks: Block[] = [];
	readonly pieces: Piece[] = [];
	readonly #bytes: Bytes;
	readonly #rules: Rules;
	readonly #budget: Budget;

	constructor(bytes: Bytes, rules: Rules, budget: Budget) {
		this.#bytes = bytes;
		this.#rules = rules;
		this.#budget = budget;
	}

	read(): Omit<Shape, 'deletes'> {
		const seen = new Set<number>();
		for (let left = this.#bytes.varUint(); left > 0; left--) {
			const count = this.#bytes.varUint();
			// Before they are read: Yjs makes room for as many as are announced.
			this.#budget.spend('pieces', count);
			if (count > this.#bytes.left) throw new BadFrame('it breaks off', 'structure');
			const client = this.#bytes.varUint();
			if (this.#rules.clients && client > CLIENT_MAX) {
				throw new BadFrame('a long client id', 'structure');
			}
			// Of two rows of one client Yjs forgets the first.
			if (seen.has(client)) throw new BadFrame('a client twice', 'structure');
			if (count === 0) throw new BadFrame('an empty row', 'structure');
			seen.add(client);
			if (this.#rules.budget && seen.size > LIMITS.writersInFrame) {
				throw new BadFrame('too many clients', 'budget');
			}
			this.#row(client, count);
		}
		return { structs: this.structs, blocks: this.blocks, pieces: this.pieces };
	}

	#row(client: number, count: number): void {
		const bytes = this.#bytes;
		let from = bytes.varUint();
		const block: Block = { client, from, to: from, count, start: bytes.at, end: 0, isWhole: true };
		let last: StructShape | undefined;
		for (let left = count; left > 0; left--) {
			const info = bytes.byte();
			if (info === HOLE) {
				from = this.#end(from, bytes.varUint());
				block.isWhole = false;
				// Yjs writes holes between structs only: one at the end would count as if it were text.
				if (left === 1 && this.#rules.canonical)
					throw new BadFrame('a hole at the end', 'structure');
				continue;
			}
			const piece = newPiece(client, from);
			const needs = info === COLLECTED ? NOTHING : this.#stand(info, piece);
			const to = this.#end(from, this.#content(info, piece));
			piece.to = to;
			this.#keep(piece);
			if (last && last.to === from && needs.length === 0) last.to = to;
			else this.structs.push((last = { client, from, to, needs }));
			from = block.to = to;
		}
		block.end = bytes.at;
		this.blocks.push(block);
	}

	#end(from: number, length: number): number {
		// Yjs looks for what stands at a clock: nothing stands there.
		if (length === 0) throw new BadFrame('a struct of nothing', 'structure');
		const to = from + length;
		if (!Number.isSafeInteger(to)) throw new BadFrame('a clock beyond numbers', 'structure');
		return to;
	}

	#content(info: number, piece: Piece): number {
		const content = info & CONTENT;
		// Yjs reads both of them with whatever other bits, and not everywhere in the same way.
		if (content === HOLE) throw new BadFrame('a strange hole', 'structure');
		if (content === COLLECTED) {
			if (info !== COLLECTED) throw new BadFrame('a strange struct', 'structure');
			piece.holds = HOLDS.collected;
			const length = this.#bytes.varUint();
			this.#budget.spend('emptyClocks', length);
			return length;
		}
		const length = readContent(this.#bytes, content, piece, this.#rules);
		if (content === DELETED) this.#budget.spend('emptyClocks', length);
		return length;
	}

	/** Reads where an item stands; gives what others made that it needs. */
	#stand(info: number, piece: Piece): readonly Clock[] {
		const bytes = this.#bytes;
		let needs = NOTHING;
		if (info & HAS_NEIGHBOUR) {
			piece.stands = info & HAS_LEFT ? STANDS.after : STANDS.before;
			if (info & HAS_LEFT) {
				piece.atClient = bytes.varUint();
				piece.atClock = bytes.varUint();
				needs = this.#need(needs, piece, piece.atClient, piece.atClock);
			}
			if (info & HAS_RIGHT) {
				const client = bytes.varUint();
				const clock = bytes.varUint();
				needs = this.#need(needs, piece, client, clock);
				if (info & HAS_LEFT) {
					piece.stands = STANDS.between;
					piece.besideClient = client;
					piece.besideClock = clock;
				} else {
					piece.atClient = client;
					piece.atClock = clock;
				}
			}
			return needs;
		}
		const isRooted = bytes.varUint();
		if (isRooted > 1) throw new BadFrame('a strange parent', 'structure');
		if (isRooted === 1) piece.stands = this.#root();
		else {
			piece.stands = STANDS.inside;
			piece.atClient = bytes.varUint();
			piece.atClock = bytes.varUint();
			needs = this.#need(needs, piece, piece.atClient, piece.atClock);
		}
		if (info & HAS_KEY) piece.slot = this.#slot();
		return needs;
	}

	#need(needs: readonly Clock[], piece: Piece, client: number, clock: number): readonly Clock[] {
		if (client !== piece.client) return [...needs, { client, clock }];
		// Yjs takes it for granted that its own earlier structs are there, and throws halfway if not.
		if (clock >= piece.from && this.#rules.needs) {
			throw new BadFrame('a struct that needs itself', 'structure');
		}
		return needs;
	}

	#root(): number {
		if (isRoot(this.#bytes.string())) return STANDS.inRoot;
		if (this.#rules.roots) throw new BadFrame('an unknown root', 'schema');
		return STANDS.inOtherRoot;
	}

	#slot(): number {
		const slot = slotOf(this.#bytes.string());
		if (slot === undefined && this.#rules.attributes) {
			throw new BadFrame('an unknown attribute', 'schema');
		}
		return slot ?? UNKNOWN_SLOT;
	}

	/** Puts a piece behind the last one when it surely stands in the same place. */
	#keep(piece: Piece): void {
		const last = this.pieces.at(-1);
		if (last && follows(piece, last)) {
			last.to = piece.to;
		} else this.pieces.push(piece);
	}
}

function follows(piece: Piece, last: Piece): boolean {
	if (last.to !== piece.from || last.client !== piece.client) return false;
	if (piece.holds !== last.holds) return false;
	if (piece.holds === HOLDS.collected) return true;
	return (
		(piece.holds === HOLDS.words || piece.holds === HOLDS.deleted) &&
		// What has no right neighbour stands elsewhere than what has one, for who comes between them.
		last.stands !== STANDS.before &&
		last.stands !== STANDS.between &&
		piece.stands === STANDS.after &&
		piece.atClock === piece.from - 1 &&
		piece.atClient === piece.client
	);
}

/** Of an attribute that no editor of ours makes. */
const UNKNOWN_SLOT = 31;

function newPiece(client: number, from: number): Piece {
	return {
		client,
		from,
		to: from,
		holds: 0,
		kind: 0,
		slots: 0,
		stands: STANDS.nowhere,
		atClient: 0,
		atClock: 0,
		besideClient: 0,
		besideClock: 0,
		slot: 0
	};
}
