import * as encoding from 'lib0/encoding';
import type { Range } from './shape.ts';

/** From so many on they are merged: it reads all that are there. */
const MANY = 16;

/** Clocks of any number of clients; of each client `[from, to, from, to, …]`, in order and apart. */
export class Ranges {
	readonly #clients = new Map<number, number[]>();

	add({ client, from, to }: Range): void {
		const bounds = this.#clients.get(client);
		if (!bounds) return void this.#clients.set(client, [from, to]);
		// The first range that ends at or after `from`, and the first that begins after `to`: what lies
		// between them becomes one with the new range.
		const first = firstRange(bounds, (at) => bounds[at + 1]! >= from);
		const last = firstRange(bounds, (at) => bounds[at]! > to);
		if (first === last) return void bounds.splice(first, 0, from, to);
		const start = Math.min(from, bounds[first]!);
		const end = Math.max(to, bounds[last - 1]!);
		if (last - first === 2) {
			bounds[first] = start;
			bounds[first + 1] = end;
		} else bounds.splice(first, last - first, start, end);
	}

	/**
	 * Adds ranges of which those of one client follow each other in order, as in an update. Many at once
	 * are merged in one go: one by one each would move all that come after it.
	 */
	addAll(ranges: readonly Range[]): void {
		for (let first = 0; first < ranges.length;) {
			const { client } = ranges[first]!;
			let end = first + 1;
			while (ranges[end]?.client === client) end++;
			const bounds = this.#clients.get(client);
			if (bounds && end - first >= MANY) {
				this.#clients.set(client, merged(bounds, ranges.slice(first, end)));
			} else for (const range of ranges.slice(first, end)) this.add(range);
			first = end;
		}
	}

	clear(): void {
		this.#clients.clear();
	}

	/** The parts of this range that are not in here. */
	missing({ client, from, to }: Range): Range[] {
		const bounds = this.#clients.get(client);
		if (!bounds) return [{ client, from, to }];
		const lacks: Range[] = [];
		let at = firstRange(bounds, (nth) => bounds[nth + 1]! > from);
		let start = from;
		for (; at < bounds.length && bounds[at]! < to && start < to; at += 2) {
			if (bounds[at]! > start) lacks.push({ client, from: start, to: bounds[at]! });
			start = bounds[at + 1]!;
		}
		if (start < to) lacks.push({ client, from: start, to });
		return lacks;
	}

	/** Whether all of this range is in here. */
	covers({ client, from, to }: Range): boolean {
		const bounds = this.#clients.get(client);
		if (!bounds) return false;
		const at = firstRange(bounds, (nth) => bounds[nth + 1]! > from);
		return at < bounds.length && bounds[at]! <= from && bounds[at + 1]! >= to;
	}

	*[Symbol.iterator](): Generator<Range> {
		for (const [client, bounds] of this.#clients) {
			for (let at = 0; at < bounds.length; at += 2) {
				yield { client, from: bounds[at]!, to: bounds[at + 1]! };
			}
		}
	}

	/** As the second half of an update in format V1. */
	write(encoder: encoding.Encoder): void {
		encoding.writeVarUint(encoder, this.#clients.size);
		for (const [client, bounds] of this.#clients) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, bounds.length / 2);
			for (let at = 0; at < bounds.length; at += 2) {
				encoding.writeVarUint(encoder, bounds[at]!);
				encoding.writeVarUint(encoder, bounds[at + 1]! - bounds[at]!);
			}
		}
	}
}

function merged(bounds: readonly number[], ranges: readonly Range[]): number[] {
	const sorted = ranges.toSorted((one, other) => one.from - other.from);
	const result: number[] = [];
	const put = (from: number, to: number) => {
		const end = result.at(-1);
		if (end === undefined || end < from) result.push(from, to);
		else if (end < to) result[result.length - 1] = to;
	};
	let at = 0;
	for (const { from, to } of sorted) {
		for (; at < bounds.length && bounds[at]! <= from; at += 2) put(bounds[at]!, bounds[at + 1]!);
		put(from, to);
	}
	for (; at < bounds.length; at += 2) put(bounds[at]!, bounds[at + 1]!);
	return result;
}

/** Where the first range is of which `holds` is true; it stays true for all that come after. */
function firstRange(bounds: readonly number[], holds: (at: number) => boolean): number {
	let low = 0;
	let high = bounds.length / 2;
	// People delete at the end of what was deleted last.
	if (high > 0 && !holds(bounds.length - 2)) return bounds.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (holds(middle * 2)) high = middle;
		else low = middle + 1;
	}
	return low * 2;
}
