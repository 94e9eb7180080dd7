import { LIMITS } from '../limits.ts';
import { BadFrame } from '../protocol.ts';
import type { Bytes } from './bytes.ts';
import type { Rules } from './rules.ts';

/** Names that mean something else to an object than to who wrote them. */
const OBJECT_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const NULL = null;
const NO_ATTRIBUTES: Readonly<Record<string, unknown>> = Object.freeze({});

/** A value as lib0 encodes any. */
export function readAny(bytes: Bytes, rules: Rules, depth = 0): unknown {
	if (depth > LIMITS.valueDepth) throw new BadFrame('a value too deep', 'budget');
	const kind = bytes.byte();
	switch (kind) {
		case 127:
			return undefined;
		case 126:
			return NULL;
		case 125:
			return asWhole(bytes.varInt(), rules);
		case 124:
			return asFloat(bytes.float32(), isWhole, rules);
		case 123:
			return asFloat(bytes.float64(), (value) => isWhole(value) || isShort(value), rules);
		case 122:
			bytes.skip(8);
			return 0n;
		case 121:
			return false;
		case 120:
			return true;
		case 119:
			return bytes.string();
		case 118: {
			const object: Record<string, unknown> = {};
			for (let left = bytes.varUint(); left > 0; left--) {
				const name = bytes.string();
				if (OBJECT_NAMES.has(name)) throw new BadFrame('a name of objects', 'structure');
				object[name] = readAny(bytes, rules, depth + 1);
			}
			return object;
		}
		case 117: {
			const list: unknown[] = [];
			const length = bytes.varUint();
			if (rules.budget && length > LIMITS.valueLength) throw new BadFrame('a long list', 'budget');
			for (let left = length; left > 0; left--) list.push(readAny(bytes, rules, depth + 1));
			return list;
		}
		case 116:
			bytes.skip(bytes.varUint());
			return new Uint8Array();
		default:
			throw new BadFrame('a value of no kind', 'structure');
	}
}

/** A value as JSON, the way `JSON.stringify` writes it. */
export function readJson(bytes: Bytes, rules: Rules): unknown {
	const json = bytes.string();
	// Nearly all: the end of a mark, and the beginning of one without attributes.
	if (json === 'null') return NULL;
	if (json === '{}') return NO_ATTRIBUTES;
	return parseJson(json, rules);
}

/** The JSON of one value in a list, where nothing has a word of its own. */
export function readOldJson(bytes: Bytes, rules: Rules): unknown {
	const json = bytes.string();
	return json === 'undefined' ? undefined : parseJson(json, rules);
}

function parseJson(json: string, rules: Rules): unknown {
	// Nesting costs a parser more than its bytes.
	if (rules.budget && json.length > LIMITS.jsonLength) throw new BadFrame('long JSON', 'budget');
	const value: unknown = JSON.parse(json);
	assertPlain(value, 0);
	if (rules.canonical && JSON.stringify(value) !== json) {
		throw new BadFrame('JSON that nothing writes', 'structure');
	}
	return value;
}

function assertPlain(value: unknown, depth: number): void {
	if (typeof value === 'string' && !value.isWellFormed()) {
		throw new BadFrame('half a character', 'structure');
	}
	if (typeof value !== 'object' || value === null) return;
	if (depth === LIMITS.valueDepth) throw new BadFrame('a value too deep', 'budget');
	for (const [name, inner] of Object.entries(value)) {
		if (OBJECT_NAMES.has(name)) throw new BadFrame('a name of objects', 'structure');
		assertPlain(inner, depth + 1);
	}
}

function asWhole(value: number, rules: Rules): number {
	if (rules.canonical && !isWhole(value)) throw new BadFrame('a long number', 'structure');
	return value;
}

function asFloat(value: number, isShorter: (value: number) => boolean, rules: Rules): number {
	if (rules.canonical && isShorter(value)) throw new BadFrame('a long number', 'structure');
	return value;
}

/** lib0 writes these as whole numbers. */
function isWhole(value: number): boolean {
	return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff;
}

function isShort(value: number): boolean {
	return Math.fround(value) === value;
}
