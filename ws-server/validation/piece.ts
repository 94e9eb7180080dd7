import { hasSlot, mayStandIn, WORDS_KIND } from '#domain/content/writable.ts';

/** What a piece holds. */
export const HOLDS = {
	words: 1,
	/** An element, or what holds words. */
	node: 2,
	/** The value of an attribute. */
	value: 4,
	/** What was deleted, of whatever it was. */
	deleted: 8,
	/** What was deleted together with what it stood in: nobody knows where that was. */
	collected: 16,
	/** What no editor of ours makes. */
	other: 32,
	/** Where a mark of words begins or ends. */
	mark: 64
} as const;

/** How a piece says where it stands. */
export const STANDS = {
	nowhere: 0,
	/** In the root of the text. */
	inRoot: 1,
	/** In a root of another name. */
	inOtherRoot: 2,
	/** In the node `at`. */
	inside: 3,
	/** Left of its neighbour `at`, in whatever that stands in. */
	before: 4,
	/** Right of its neighbour `at`. */
	after: 5,
	/** Between two neighbours, `at` and `beside`. */
	between: 6
} as const;

/**
 * Structs of one client in a row that stand in the same place in the text, and what must hold there.
 * Flat, and the same for all: there can be a hundred thousand in a pasted book.
 */
export type Piece = {
	client: number;
	from: number;
	to: number;
	holds: number;
	/** Of a node: its kind (`writable.ts`). */
	kind: number;
	/** Of a value: which attributes may have it, a bit each. */
	slots: number;
	stands: number;
	atClient: number;
	atClock: number;
	besideClient: number;
	besideClock: number;
	/** Of an attribute that says which it is: its number, 0 for children. */
	slot: number;
};

/** Whether it may stand in a node of this kind, as a child or (`slot`) an attribute. */
export function isFitting(piece: Piece, kind: number, slot: number): boolean {
	switch (piece.holds) {
		case HOLDS.words:
		case HOLDS.mark:
			return slot === 0 && kind === WORDS_KIND;
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
