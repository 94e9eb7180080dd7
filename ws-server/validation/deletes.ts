import { BadFrame } from '../protocol.ts';
import type { Range } from '../shape.ts';
import type { Budget } from './budget.ts';
import type { Bytes } from './bytes.ts';
import type { Rules } from './rules.ts';

/** Reads what an update deletes. */
export function readDeletes(bytes: Bytes, rules: Rules, budget: Budget): Range[] {
	const ranges: Range[] = [];
	const seen = new Set<number>();
	for (let left = bytes.varUint(); left > 0; left--) {
		const client = bytes.varUint();
		if (seen.has(client) && rules.order) {
			throw new BadFrame('deletes of a client twice', 'structure');
		}
		seen.add(client);
		const count = bytes.varUint();
		budget.spend('pieces', count);
		if (count === 0 && rules.order) throw new BadFrame('deletes of nothing', 'structure');
		let end = 0;
		for (let nth = 0; nth < count; nth++) {
			const from = bytes.varUint();
			const to = from + bytes.varUint();
			if (to === from) throw new BadFrame('a delete of nothing', 'structure');
			if (!Number.isSafeInteger(to)) throw new BadFrame('a clock beyond numbers', 'structure');
			// Every client sorts and merges them. If they overlap, each is looked for in the same text again.
			if (from < end && rules.order) throw new BadFrame('deletes in disorder', 'structure');
			ranges.push({ client, from, to });
			end = to;
		}
	}
	return ranges;
}
