import * as encoding from 'lib0/encoding';
import { Ranges } from './ranges.ts';
import type { Shape } from './shape.ts';

type Row = { from: number; to: number; count: number; bytes: Uint8Array; length: number };

/** Room for the first edits of somebody; it doubles. */
const FIRST_BYTES = 128;

/**
 * Updates that follow each other as one update, without reading what is in them: the structs of each
 * client lie behind each other. `Y.mergeUpdates` makes objects of all of them, again and again.
 */
export class Bundle {
	readonly #rows = new Map<number, Row>();
	readonly deletes = new Ranges();
	/** Adds an update of which the structs of each client follow those that are in here. */
	add(update: Uint8Array, { blocks, deletes }: Pick<Shape, 'blocks' | 'deletes'>): void {
		for (const { client, from, to, count, start, end } of blocks) {
			const bytes = update.subarray(start, end);
			const row = this.#rows.get(client);
			if (!row) this.#rows.set(client, { from, to, count, ...copyOf(bytes) });
			else append(row, from, to, count, bytes);
		}
		this.deletes.addAll(deletes);
	}

	/**
	 * The update of all that somebody with these clocks lacks, with the deletes that are given. Null when
	 * they stand in the middle of somebody's edits here.
	 */
	since(clockOf: (client: number) => number, deletes: Ranges): Uint8Array | null {
		const lacks: [number, Row][] = [];
		for (const [client, row] of this.#rows) {
			const clock = clockOf(client);
			if (clock >= row.to) continue;
			if (clock > row.from) return null;
			lacks.push([client, row]);
		}
		return encode(lacks, deletes);
	}

	/** All of it. */
	encode(): Uint8Array {
		return encode([...this.#rows], this.deletes);
	}
}

/** An update of nothing but deletes. */
export function encodeDeletes(deletes: Ranges): Uint8Array {
	return encode([], deletes);
}

function encode(rows: [client: number, row: Row][], deletes: Ranges): Uint8Array {
	// The highest first, as Yjs writes them: its `mergeUpdates` counts on that, and loses text if not.
	rows.sort(([one], [other]) => other - one);
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, rows.length);
	for (const [client, { count, from, bytes, length }] of rows) {
		encoding.writeVarUint(encoder, count);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, from);
		encoding.writeUint8Array(encoder, bytes.subarray(0, length));
	}
	deletes.write(encoder);
	return encoding.toUint8Array(encoder);
}

// A copy: the bytes of a frame lie among those of others, and would keep all of them in memory.
function copyOf(bytes: Uint8Array): { bytes: Uint8Array; length: number } {
	const copy = new Uint8Array(Math.max(FIRST_BYTES, bytes.length));
	copy.set(bytes);
	return { bytes: copy, length: bytes.length };
}

function append(row: Row, from: number, to: number, count: number, bytes: Uint8Array): void {
	if (from !== row.to) throw new Error('an update that does not follow the last');
	if (row.length + bytes.length > row.bytes.length) {
		const grown = new Uint8Array(Math.max(row.bytes.length * 2, row.length + bytes.length));
		grown.set(row.bytes.subarray(0, row.length));
		row.bytes = grown;
	}
	row.bytes.set(bytes, row.length);
	row.length += bytes.length;
	row.count += count;
	row.to = to;
}
