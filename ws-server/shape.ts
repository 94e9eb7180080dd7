import * as decoding from 'lib0/decoding';
import { readLength } from './item-content.ts';
import { LIMITS } from './limits.ts';
import { BadFrame } from './protocol.ts';

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

/** What an update would add and delete, without a document. */
export type Shape = { structs: StructShape[]; deletes: Range[]; blocks: Block[] };

// The bits of a struct's first byte.
const KIND = 31;
const HAS_PARENT_KEY = 32;
const HAS_RIGHT = 64;
const HAS_LEFT = 128;

const COLLECTED = 0;
const DELETED = 1;
const HOLE = 10;

const NOTHING: readonly Clock[] = [];

/** What a frame may still hold. */
type Budget = { pieces: number; emptyClocks: number; clients: number };

/**
 * Reads all of an update, with the readers that Yjs itself uses, so that one that can't be read never
 * reaches a document; makes none of its objects. Throws `BadFrame`.
 */
export function readShape(update: Uint8Array): Shape {
	const { pieces, emptyClocks, writersInFrame: clients } = LIMITS;
	return read(update, { pieces, emptyClocks, clients });
}

/** The same for what comes out of our own store: a text there may be of any size. */
export function readStoredShape(update: Uint8Array): Shape {
	return read(update, { pieces: Infinity, emptyClocks: Infinity, clients: Infinity });
}

function read(update: Uint8Array, budget: Budget): Shape {
	try {
		const decoder = decoding.createDecoder(update);
		const { structs, blocks } = readStructs(decoder, budget);
		const deletes = readDeletes(decoder, budget);
		if (decoding.hasContent(decoder)) throw new BadFrame('bytes after the update');
		return { structs, deletes, blocks };
	} catch (error) {
		if (error instanceof BadFrame) throw error;
		throw new BadFrame('unreadable update', { cause: error });
	}
}

/** Throws `BadFrame` for what is no state vector. */
export function assertStateVector(stateVector: Uint8Array): void {
	if (stateVector.length > LIMITS.stateVectorBytes) throw new BadFrame('a long state vector');
	try {
		const decoder = decoding.createDecoder(stateVector);
		// Of each client its id and its clock.
		for (let left = decoding.readVarUint(decoder) * 2; left > 0; left--) {
			decoding.readVarUint(decoder);
		}
		if (decoding.hasContent(decoder)) throw new BadFrame('bytes after the state vector');
	} catch (error) {
		if (error instanceof BadFrame) throw error;
		throw new BadFrame('unreadable state vector', { cause: error });
	}
}

function readStructs(decoder: decoding.Decoder, budget: Budget): Pick<Shape, 'structs' | 'blocks'> {
	const structs: StructShape[] = [];
	const blocks: Block[] = [];
	const seen = new Set<number>();
	for (let left = decoding.readVarUint(decoder); left > 0; left--) {
		const count = decoding.readVarUint(decoder);
		// Before they are read: Yjs makes room for as many as are announced.
		spend(budget, 'pieces', count);
		const client = decoding.readVarUint(decoder);
		// Of two rows of one client Yjs forgets the first.
		if (seen.has(client)) throw new BadFrame('a client twice');
		seen.add(client);
		spend(budget, 'clients', 1);
		blocks.push(readRow(decoder, client, count, budget, structs));
	}
	return { structs, blocks };
}

function readRow(
	decoder: decoding.Decoder,
	client: number,
	count: number,
	budget: Budget,
	shapes: StructShape[]
): Block {
	let from = decoding.readVarUint(decoder);
	const block: Block = { client, from, to: from, count, start: decoder.pos, end: 0, isWhole: true };
	let last: StructShape | undefined;
	for (let left = count; left > 0; left--) {
		const info = decoding.readUint8(decoder);
		const kind = info & KIND;
		const isItem = kind !== COLLECTED && kind !== HOLE;
		const needs = isItem ? readNeeds(decoder, info, client, from) : NOTHING;
		const length = isItem ? readLength(decoder, kind) : decoding.readVarUint(decoder);
		const to = from + length;
		// Yjs looks for what stands at a clock: nothing stands there.
		if (length === 0) throw new BadFrame('a struct of nothing');
		if (!Number.isSafeInteger(to)) throw new BadFrame('a clock beyond numbers');
		if (kind === COLLECTED || kind === DELETED) spend(budget, 'emptyClocks', length);
		if (kind === HOLE) {
			// Yjs itself reads one with other bits in two ways.
			if (info !== HOLE) throw new BadFrame('a strange hole');
			block.isWhole = false;
		} else if (last && last.to === from && needs.length === 0) last.to = to;
		else shapes.push((last = { client, from, to, needs }));
		from = to;
	}
	block.to = from;
	block.end = decoder.pos;
	return block;
}

function readNeeds(
	decoder: decoding.Decoder,
	info: number,
	client: number,
	from: number
): readonly Clock[] {
	let needs = NOTHING;
	const need = () => {
		const clock = { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) };
		if (clock.client !== client) needs = [...needs, clock];
		// Yjs takes it for granted that its own earlier structs are there, and throws halfway if not.
		else if (clock.clock >= from) throw new BadFrame('a struct that needs itself');
	};
	if (info & HAS_LEFT) need();
	if (info & HAS_RIGHT) need();
	if (info & (HAS_LEFT | HAS_RIGHT)) return needs;
	const isRoot = decoding.readVarUint(decoder) === 1;
	if (isRoot) decoding.readVarString(decoder);
	else need();
	if (info & HAS_PARENT_KEY) decoding.readVarString(decoder);
	return needs;
}

function readDeletes(decoder: decoding.Decoder, budget: Budget): Range[] {
	const ranges: Range[] = [];
	const seen = new Set<number>();
	for (let left = decoding.readVarUint(decoder); left > 0; left--) {
		const client = decoding.readVarUint(decoder);
		if (seen.has(client)) throw new BadFrame('deletes of a client twice');
		seen.add(client);
		const count = decoding.readVarUint(decoder);
		spend(budget, 'pieces', count);
		let end = 0;
		for (let nth = 0; nth < count; nth++) {
			const from = decoding.readVarUint(decoder);
			const to = from + decoding.readVarUint(decoder);
			if (to === from) throw new BadFrame('a delete of nothing');
			// Every client sorts and merges them. If they overlap, each is looked for in the same text again.
			if (from < end || !Number.isSafeInteger(to)) throw new BadFrame('deletes in disorder');
			ranges.push({ client, from, to });
			end = to;
		}
	}
	return ranges;
}

function spend(budget: Budget, what: keyof Budget, amount: number): void {
	budget[what] -= amount;
	if (budget[what] < 0) throw new BadFrame(`too many ${what}`);
}
