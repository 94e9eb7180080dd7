import { BadFrame } from '../protocol.ts';
import type { Shape } from '../shape.ts';
import { Budget } from './budget.ts';
import { Bytes } from './bytes.ts';
import { readDeletes } from './deletes.ts';
import type { Rules } from './rules.ts';
import { StructReader } from './structs.ts';

/** Reads all of an update, once, and makes none of Yjs's objects. Throws `BadFrame`. */
export function readUpdate(update: Uint8Array, rules: Rules): Shape {
	try {
		const bytes = new Bytes(update, rules.canonical);
		const budget = new Budget(rules.budget);
		const { structs, blocks, pieces } = new StructReader(bytes, rules, budget).read();
		const deletes = readDeletes(bytes, rules, budget);
		if (bytes.left > 0 && rules.order) throw new BadFrame('bytes after the update', 'structure');
		return { structs, deletes, blocks, pieces };
	} catch (error) {
		if (error instanceof BadFrame) throw error;
		throw new BadFrame('unreadable update', 'structure', { cause: error });
	}
}
