import * as Y from 'yjs';
import type { Shape, StructShape } from './shape.ts';

/**
 * How far each client has come in a document, together with what waits to be committed: what a next
 * update may build on.
 */
export class Frontier {
	readonly #doc: Y.Doc;
	readonly #ahead = new Map<number, number>();

	constructor(doc: Y.Doc) {
		this.#doc = doc;
	}

	/** The first clock of this client that is not there yet. */
	of(client: number): number {
		return Math.max(this.#ahead.get(client) ?? 0, Y.getState(this.#doc.store, client));
	}

	/** Counts on these structs and deletes; false, and nothing changed, when something before them is missing. */
	advance(shape: Shape): boolean {
		const reached = reach(shape.structs, (client) => this.of(client));
		if (!reached) return false;
		const end = (client: number) => reached.get(client) ?? this.of(client);
		if (shape.deletes.some(({ client, to }) => to > end(client))) return false;
		for (const [client, clock] of reached) this.#ahead.set(client, clock);
		return true;
	}

	/** Everything that waited is in the document now. */
	settle(): void {
		this.#ahead.clear();
	}
}

/** Where each client is after these structs; null when one of them can't be placed, in whatever order. */
function reach(
	structs: readonly StructShape[],
	start: (client: number) => number
): Map<number, number> | null {
	const queues = Map.groupBy(structs, (struct) => struct.client);
	const placed = new Map<number, number>();
	const reached = new Map<number, number>();
	const clockOf = (client: number) => reached.get(client) ?? start(client);
	// By the client that they wait for: who waits, and from which clock on no more.
	const waiting = new Map<number, Waiting[]>();
	const todo = [...queues.keys()];
	let left = structs.length;

	for (let client = todo.pop(); client !== undefined; client = todo.pop()) {
		const queue = queues.get(client)!;
		let at = placed.get(client) ?? 0;
		for (; at < queue.length; at++, left--) {
			const struct = queue[at]!;
			if (struct.from > clockOf(client)) return null;
			const missing = struct.needs.find((need) => need.clock >= clockOf(need.client));
			if (missing) {
				const others = waiting.get(missing.client);
				if (others) others.push({ client, clock: missing.clock });
				else waiting.set(missing.client, [{ client, clock: missing.clock }]);
				break;
			}
			reached.set(client, Math.max(clockOf(client), struct.to));
		}
		placed.set(client, at);
		wake(waiting, client, clockOf(client), todo);
	}
	return left === 0 ? reached : null;
}

type Waiting = { client: number; clock: number };

/** Puts who waited for this client to come past a clock to work again. */
function wake(
	waiting: Map<number, Waiting[]>,
	reached: number,
	clock: number,
	todo: number[]
): void {
	const others = waiting.get(reached);
	if (!others) return;
	const still = [];
	for (const other of others) {
		if (other.clock < clock) todo.push(other.client);
		else still.push(other);
	}
	waiting.set(reached, still);
}

/** Whether a document has all of this already, deletes included. */
export function holds(doc: Y.Doc, shape: Shape): boolean {
	return (
		shape.structs.every(({ client, to }) => to <= Y.getState(doc.store, client)) &&
		shape.deletes.every(({ client, from, to }) => isDeleted(doc, client, from, to))
	);
}

function isDeleted(doc: Y.Doc, client: number, from: number, to: number): boolean {
	const structs = doc.store.clients.get(client);
	if (!structs || to > Y.getState(doc.store, client)) return false;
	for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
		const struct = structs[at]!;
		if (struct.id.clock >= to) break;
		if (!struct.deleted) return false;
	}
	return true;
}
