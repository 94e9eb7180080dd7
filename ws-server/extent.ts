import * as encoding from 'lib0/encoding';
import { writeClocks, type Clocks } from './clocks.ts';
import { Ranges } from './ranges.ts';
import { Budget } from './validation/budget.ts';
import { Bytes } from './validation/bytes.ts';
import { readDeletes } from './validation/deletes.ts';
import { STORED_RULES } from './validation/rules.ts';

/**
 * What is in a snapshot, as it is stored beside it: how far each client has come and what is deleted, as
 * Yjs writes a state vector and the deletes of an update. Whoever opens the text need not read all of it.
 */
export function encodeExtent(clocks: Clocks, deletes: Ranges): Uint8Array {
	return encoding.encode((encoder) => {
		writeClocks(encoder, clocks);
		deletes.write(encoder);
	});
}

/** Throws `BadFrame` for what is no extent. */
export function readExtent(extent: Uint8Array): { clocks: Clocks; deletes: Ranges } {
	const bytes = new Bytes(extent, false);
	const clocks: Clocks = new Map();
	for (let left = bytes.varUint(); left > 0; left--) clocks.set(bytes.varUint(), bytes.varUint());
	const deletes = new Ranges();
	deletes.addAll(readDeletes(bytes, STORED_RULES, new Budget(STORED_RULES.budget)));
	return { clocks, deletes };
}
