import * as Y from 'yjs';
import type { StoredText } from '#db/queries/updates.ts';
import { Bundle, encodeDeletes } from './bundle.ts';
import { encodeClocks, type Clocks } from './clocks.ts';
import { newIn, type Edit, type Extent } from './edit.ts';
import { encodeExtent, readExtent } from './extent.ts';
import { Ranges } from './ranges.ts';
import { readStoredShape, type Range, type Shape } from './shape.ts';

/**
 * The text of a part in memory, and nothing but what is durable: the snapshot as it lies in the database,
 * the edits since as one update, how far each client has come and what was deleted. No Y.Doc: of a
 * keystroke only its structure is read, and a text that is open takes little more than its bytes.
 */
export class LiveText implements Extent {
	readonly #snapshot: Uint8Array | null;
	readonly #snapshotClocks: Clocks = new Map();
	readonly #clocks: Clocks = new Map();
	readonly #deletes: Ranges = new Ranges();
	readonly #tail = new Bundle();
	#vector: Uint8Array | null = null;
	#lastDifference: { since: Uint8Array; updates: Uint8Array[] } | null = null;

	/** Throws when something in it can't be read. */
	constructor({ snapshot, extent, updates }: StoredText) {
		this.#snapshot = snapshot;
		if (extent) {
			const { clocks, deletes } = readExtent(extent);
			this.#snapshotClocks = clocks;
			this.#clocks = new Map(clocks);
			this.#deletes = deletes;
		} else if (snapshot) {
			const shape = readStoredShape(snapshot);
			for (const { client, to } of shape.blocks) this.#snapshotClocks.set(client, to);
			this.#count(shape);
		}
		for (const { bytes } of updates) this.take({ update: bytes, shape: readStoredShape(bytes) });
	}

	/** All of it as Yjs' state vector. */
	get vector(): Uint8Array {
		return (this.#vector ??= encodeClocks(this.#clocks));
	}

	/** How far it goes, to be stored with a snapshot of it. See `encodeExtent`. */
	get extent(): Uint8Array {
		return encodeExtent(this.#clocks, this.#deletes);
	}

	/** The same as it was before these edits, which were the last to be taken in. */
	vectorBefore(edits: readonly Edit[]): Uint8Array {
		const clocks = new Map(this.#clocks);
		for (const { shape } of edits.toReversed()) {
			for (const { client, from } of shape.blocks) clocks.set(client, from);
		}
		return encodeClocks(clocks);
	}

	clockOf(client: number): number {
		return this.#clocks.get(client) ?? 0;
	}

	lacking(range: Range): Range[] {
		return this.#deletes.missing(range);
	}

	/** Takes in what is durable; gives what of it is new here. */
	take(edit: Edit): Edit | null {
		const added = newIn(edit, this);
		if (!added) return null;
		this.#tail.add(added.update, added.shape);
		this.#count(added.shape);
		this.#vector = null;
		this.#lastDifference = null;
		return added;
	}

	/**
	 * What who has this state vector lacks, as updates to apply in this order. Who comes in lacks the
	 * same as who came in just before. Equal vectors say nothing about deletes, so those are always in it.
	 * Unless `mayCut` there can be much in it that they have: cutting a text in two is work.
	 */
	differenceSince(vector: Uint8Array, mayCut = true): readonly Uint8Array[] {
		const last = this.#lastDifference;
		if (last && Buffer.compare(last.since, vector) === 0) return last.updates;
		const updates = this.#difference(Y.decodeStateVector(vector), vector, mayCut);
		this.#lastDifference = { since: vector, updates };
		return updates;
	}

	/** Whether everything that the other has is here too. */
	holds(other: LiveText): boolean {
		for (const [client, clock] of other.#clocks) if (this.clockOf(client) < clock) return false;
		for (const range of other.#deletes) if (!this.#deletes.covers(range)) return false;
		return true;
	}

	/** Whether both have come equally far with each client; what is deleted may differ. */
	isAsFarAs(other: LiveText): boolean {
		if (this.#clocks.size !== other.#clocks.size) return false;
		return this.#clocks.entries().every(([client, clock]) => other.clockOf(client) === clock);
	}

	#difference(clocks: Clocks, vector: Uint8Array, mayCut: boolean): Uint8Array[] {
		const clockOf = (client: number) => clocks.get(client) ?? 0;
		if (this.#snapshot && clocks.size === 0) return [this.#snapshot, this.#tail.encode()];
		const hasSnapshot = this.#snapshotClocks
			.entries()
			.every(([client, clock]) => clockOf(client) >= clock);
		const cut = (update: Uint8Array) => (mayCut ? Y.diffUpdate(update, vector) : update);
		if (!hasSnapshot) {
			const tail = this.#tail.since(clockOf, this.#tail.deletes) ?? cut(this.#tail.encode());
			return [cut(this.#snapshot!), tail];
		}
		const tail = this.#tail.since(clockOf, this.#deletes);
		return tail ? [tail] : [cut(this.#tail.encode()), encodeDeletes(this.#deletes)];
	}

	#count({ blocks, deletes }: Shape): void {
		for (const { client, to } of blocks) {
			if (to > this.clockOf(client)) this.#clocks.set(client, to);
		}
		this.#deletes.addAll(deletes);
	}
}
