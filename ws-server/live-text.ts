import * as Y from 'yjs';
import type { StoredText } from '#db/queries/updates.ts';
import { buildText } from '#server/stored-text.ts';
import { Frontier, holds } from './frontier.ts';
import type { Shape } from './shape.ts';
import type { Condensed } from './update-log.ts';

/** An edit as others get it; `before` encodes the state that it was made on. */
export type Change = { update: Uint8Array; before: () => Uint8Array; except: unknown };

type Listener = {
	/** Durable edits were taken in. */
	changed(change: Change): void;
	/** Yjs made an edit of its own: it cleans up format markers. It is not stored yet. */
	tidied(update: Uint8Array): void;
};

// What comes out of the log or has just been committed to it; `except` needs no telling.
class Durable {
	readonly except: unknown;
	constructor(except: unknown) {
		this.except = except;
	}
}

/** The text of a part in memory: nothing but what is durable, and how far the next edit may build. */
export class LiveText {
	readonly #doc: Y.Doc;
	readonly frontier: Frontier;
	/** Whether all that was stored could be applied. */
	readonly isStoredSound: boolean;
	#isTorn = false;
	#lastDifference: { since: Uint8Array; update: Uint8Array } | null = null;

	constructor(stored: StoredText, { changed, tidied }: Listener) {
		const { doc, unsound } = buildText(stored);
		this.#doc = doc;
		this.isStoredSound = unsound.length === 0;
		this.frontier = new Frontier(this.#doc);
		this.#doc.on('beforeTransaction', () => (this.#lastDifference = null));
		this.#doc.on('update', (update, origin: unknown, _doc, { beforeState }) => {
			if (!(origin instanceof Durable)) return tidied(update);
			changed({ update, before: () => Y.encodeStateVector(beforeState), except: origin.except });
		});
	}

	get stateVector(): Uint8Array {
		return Y.encodeStateVector(this.#doc);
	}

	/** What who has `stateVector` lacks. Who comes in lacks the same as who came in just before. */
	differenceSince(stateVector: Uint8Array): Uint8Array {
		const last = this.#lastDifference;
		if (last && Buffer.compare(last.since, stateVector) === 0) return last.update;
		const update = Y.encodeStateAsUpdate(this.#doc, stateVector);
		this.#lastDifference = { since: stateVector, update };
		return update;
	}

	holds(shape: Shape): boolean {
		return holds(this.#doc, shape);
	}

	/** Takes in what is durable, as one change. If this throws, the text is half done: throw it away. */
	take(updates: readonly Uint8Array[], except: unknown = null): void {
		const apply = () => updates.forEach((update) => Y.applyUpdate(this.#doc, update));
		this.#isTorn = true;
		Y.transact(this.#doc, apply, new Durable(except), false);
		this.#isTorn = false;
	}

	/** Whether taking something in failed halfway. */
	get isTorn(): boolean {
		return this.#isTorn;
	}

	/**
	 * A snapshot of what is stored. What is stored but not here is taken in; `since` is what became
	 * durable after `stored` was read, `waiting` gives what is here and not stored yet. Throws when the text
	 * here would still be another one.
	 */
	condense(
		stored: StoredText,
		since: readonly Uint8Array[],
		waiting: () => readonly Uint8Array[]
	): Condensed {
		const { doc: fresh, unsound } = buildText({
			...stored,
			updates: [...stored.updates, ...since.map((bytes) => ({ id: 0n, bytes }))]
		});
		try {
			const snapshot = Y.encodeStateAsUpdate(fresh);
			this.take([Y.encodeStateAsUpdate(fresh, this.stateVector)]);
			for (const update of waiting()) Y.applyUpdate(fresh, update);
			// Not by its words: those can be such that Yjs can't spell them out. What was added and what
			// was deleted is all that a text is made of.
			if (!Y.equalSnapshots(Y.snapshot(fresh), Y.snapshot(this.#doc))) {
				throw new Error('the stored text is not the live text');
			}
			return { snapshot, unsound };
		} finally {
			fresh.destroy();
		}
	}

	destroy(): void {
		this.#doc.destroy();
	}
}
