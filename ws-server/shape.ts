import { LIMITS } from './limits.ts';
import { BadFrame } from './protocol.ts';
import { Bytes } from './validation/bytes.ts';
import type { Piece } from './validation/piece.ts';
import { readUpdate } from './validation/read-update.ts';
import { FRAME_RULES, STORED_RULES } from './validation/rules.ts';

/** Clocks `from` up to but not including `to` of one client. */
export type Range = { client: number; from: number; to: number };

/** A clock of another client. */
export type Clock = { client: number; clock: number };

/** Structs of one client in a row, with what must be there before the first: nothing else needs others. */
export type StructShape = Range & { needs: readonly Clock[] };

/**
 * The structs of one client as they lie in the update, bytes `start` up to `end`. `isWhole` says that
 * they follow each other without a hole, so that these bytes can be put behind others.
 */
export type Block = Range & { count: number; start: number; end: number; isWhole: boolean };

/** What an update would add and delete, without a document; `pieces` is for `ElementIndex`. */
export type Shape = {
	structs: StructShape[];
	deletes: Range[];
	blocks: Block[];
	pieces: Piece[];
};

/**
 * Reads all of an update from outside, as Yjs would and more strictly: only what an editor of ours writes,
 * in the way in which Yjs writes it. Throws `BadFrame`, with the reason.
 */
export function readShape(update: Uint8Array): Shape {
	return readUpdate(update, FRAME_RULES);
}

/**
 * Reads an update of our own store, of any size and any version of the schema. What it accepts Yjs reads
 * in the same way. Throws `BadFrame`.
 */
export function readStoredShape(update: Uint8Array): Shape {
	return readUpdate(update, STORED_RULES);
}

/**
 * Throws `BadFrame` for what is no state vector. Of who has all of the text it is as long as ours, `own`:
 * however many have written, nobody is kept out by that.
 */
export function assertStateVector(stateVector: Uint8Array, own: number): void {
	if (stateVector.length > LIMITS.stateVectorBytes + own) {
		throw new BadFrame('a long state vector', 'budget');
	}
	const bytes = new Bytes(stateVector, true);
	// Of each client its id and its clock.
	for (let left = bytes.varUint() * 2; left > 0; left--) bytes.varUint();
	if (bytes.left > 0) throw new BadFrame('bytes after the state vector', 'structure');
}
