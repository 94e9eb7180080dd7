import {
	fitsSlot,
	kindOf,
	markOf,
	slotsFor,
	UNKNOWN_KIND,
	WORDS_KIND,
	wrongInMark
} from '#domain/content/writable.ts';
import { BadFrame } from '../protocol.ts';
import type { Bytes } from './bytes.ts';
import { HOLDS, type Piece } from './piece.ts';
import type { Rules } from './rules.ts';
import { readAny, readJson, readOldJson } from './value.ts';

// The numbers that Yjs gives to kinds of content.
export const DELETED = 1;
const OLD_JSON = 2;
const BINARY = 3;
const WORDS = 4;
const EMBED = 5;
const FORMAT = 6;
const TYPE = 7;
const VALUES = 8;

// And to kinds of shared types.
const ELEMENT = 3;
const HOOK = 5;
const XML_TEXT = 6;

/** Reads what one item holds into its piece; gives how many clocks it takes. */
export function readContent(bytes: Bytes, content: number, piece: Piece, rules: Rules): number {
	switch (content) {
		case WORDS:
			piece.holds = HOLDS.words;
			return bytes.text();
		case FORMAT:
			piece.holds = HOLDS.mark;
			readFormat(bytes, rules);
			return 1;
		case TYPE:
			piece.holds = HOLDS.node;
			piece.kind = readType(bytes, rules);
			return 1;
		case VALUES:
			piece.holds = HOLDS.value;
			return readValues(bytes, piece, rules);
		case DELETED:
			piece.holds = HOLDS.deleted;
			return bytes.varUint();
		default:
			piece.holds = HOLDS.other;
			return readOther(bytes, content, rules);
	}
}

function readFormat(bytes: Bytes, rules: Rules): void {
	const name = bytes.string();
	const value = readJson(bytes, rules);
	if (!rules.marks) return;
	const mark = markOf(name);
	if (!mark) throw new BadFrame('an unknown mark', 'schema');
	const wrong = wrongInMark(mark, value);
	if (wrong !== null) {
		throw new BadFrame('a mark with a wrong value', wrong === 'href' ? 'link' : 'schema');
	}
}

function readType(bytes: Bytes, rules: Rules): number {
	const type = bytes.varUint();
	if (type === XML_TEXT) return WORDS_KIND;
	if (type > XML_TEXT) throw new BadFrame('an unknown type', 'structure');
	const name = type === ELEMENT || type === HOOK ? bytes.string() : undefined;
	if (type !== ELEMENT && rules.content) throw new BadFrame('a type of no text', 'schema');
	const kind = type === ELEMENT && name !== undefined ? kindOf(name) : undefined;
	if (kind === undefined && rules.nodes) throw new BadFrame('an unknown node', 'schema');
	return kind ?? UNKNOWN_KIND;
}

function readValues(bytes: Bytes, piece: Piece, rules: Rules): number {
	// More than one when Yjs put deleted values together.
	const count = bytes.varUint();
	piece.slots = -1;
	for (let left = count; left > 0; left--) {
		const value = readAny(bytes, rules);
		if (rules.attributes) piece.slots &= slotsOf(piece.slot, value);
	}
	if (piece.slots === 0) throw new BadFrame('a value of no attribute', 'schema');
	return count;
}

/** Which attributes may have the value: all are asked only of one that does not say which it is. */
function slotsOf(slot: number, value: unknown): number {
	if (slot === 0) return slotsFor(value);
	return fitsSlot(slot, value) ? 1 << slot : 0;
}

/** What Yjs reads but editors of ours never make. */
function readOther(bytes: Bytes, content: number, rules: Rules): number {
	if (rules.content) throw new BadFrame('content of no text', 'schema');
	if (content === BINARY) {
		bytes.skip(bytes.varUint());
		return 1;
	}
	if (content === EMBED) {
		readJson(bytes, rules);
		return 1;
	}
	// Among what is left are documents within documents: no text ever had one.
	if (content !== OLD_JSON) throw new BadFrame('content of no kind', 'structure');
	const count = bytes.varUint();
	for (let left = count; left > 0; left--) readOldJson(bytes, rules);
	return count;
}
