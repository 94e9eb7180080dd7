import * as decoding from 'lib0/decoding';
import { LIMITS } from './limits.ts';
import { BadFrame } from './protocol.ts';

// The kinds of shared types, in the order in which Yjs numbers them, and whether a name follows.
const TYPES = [
	{ of: 'array', isNamed: false },
	{ of: 'map', isNamed: false },
	{ of: 'text', isNamed: false },
	{ of: 'element', isNamed: true },
	{ of: 'fragment', isNamed: false },
	{ of: 'hook', isNamed: true },
	{ of: 'xml text', isNamed: false }
];

/** Reads what one item holds, as Yjs does; gives how many clocks it takes. */
export function readLength(decoder: decoding.Decoder, kind: number): number {
	switch (kind) {
		case 1: // Deleted.
			return decoding.readVarUint(decoder);
		case 2: // A list of JSON.
			return readList(decoder, readOldJson);
		case 3: // Bytes.
			decoding.readVarUint8Array(decoder);
			return 1;
		case 4: // Text.
			return decoding.readVarString(decoder).length;
		case 5: // Something embedded.
			readJson(decoder);
			return 1;
		case 6: // The beginning or end of formatting: its name and its value.
			decoding.readVarString(decoder);
			readJson(decoder);
			return 1;
		case 7: {
			const type = TYPES[decoding.readVarUint(decoder)];
			if (!type) throw new BadFrame('an unknown type');
			if (type.isNamed) decoding.readVarString(decoder);
			return 1;
		}
		case 8: // A list of values.
			return readList(decoder, readValue);
		default:
			// Among them documents within documents, which no editor of ours makes.
			throw new BadFrame(`content of kind ${kind}`);
	}
}

function readList(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => void): number {
	const length = decoding.readVarUint(decoder);
	for (let left = length; left > 0; left--) read(decoder);
	return length;
}

function readValue(decoder: decoding.Decoder): void {
	assertShallow(decoding.readAny(decoder), LIMITS.valueDepth);
}

function readJson(decoder: decoding.Decoder): void {
	assertShallow(JSON.parse(decoding.readVarString(decoder)), LIMITS.valueDepth);
}

function readOldJson(decoder: decoding.Decoder): void {
	const json = decoding.readVarString(decoder);
	if (json !== 'undefined') assertShallow(JSON.parse(json), LIMITS.valueDepth);
}

/** What is nested too deep can be read, but never be written again: nobody could open the text any more. */
function assertShallow(value: unknown, depth: number): void {
	if (typeof value !== 'object' || value === null) return;
	if (depth === 0) throw new BadFrame('a value too deep');
	for (const inner of Object.values(value)) assertShallow(inner, depth - 1);
}
