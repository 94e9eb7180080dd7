import type { Clocks } from './clocks.ts';
import type { Extent } from './edit.ts';
import { Ranges } from './ranges.ts';
import type { Range, Shape, StructShape } from './shape.ts';

/**
 * How far each client has come in a text, together with what waits to be committed: what a next
 * update may build on.
 */
export class Frontier implements Extent {
	readonly #text: Extent;
	readonly #ahead: Clocks = new Map();
	readonly #deletesAhead = new Ranges();

	constructor(text: Extent) {
		this.#text = text;
	}

	clockOf(client: number): number {
		return Math.max(this.#ahead.get(client) ?? 0, this.#text.clockOf(client));
	}

	lacking(range: Range): Range[] {
		const lacks = this.#text.lacking(range);
		return lacks.flatMap((lack) => this.#deletesAhead.missing(lack));
	}

	/** Whether everything that these structs and deletes need is there, or comes with them. */
	reaches(shape: Pick<Shape, 'structs' | 'deletes'>): boolean {
		return reaches(shape, this);
	}

	/** Counts on what waits from now on. */
	advance({ blocks, deletes }: Pick<Shape, 'blocks' | 'deletes'>): void {
		for (const { client, to } of blocks) this.#ahead.set(client, to);
		this.#deletesAhead.addAll(deletes);
	}

	/** Everything that waited is in the text now. */
	settle(): void {
		this.#ahead.clear();
		this.#deletesAhead.clear();
	}
}

/** Whether everything that these structs and deletes need is in the text, or comes with them. */
export function reaches(
	{ structs, deletes }: Pick<Shape, 'structs' | 'deletes'>,
	text: Pick<Extent, 'clockOf'>
): boolean {
	const reached = reach(structs, (client) => text.clockOf(client));
	if (!reached) return false;
	return deletes.every(({ client, to }) => to <= (reached.get(client) ?? text.clockOf(client)));
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
