import type * as Y from 'yjs';
import { isMisplaced, mayCopy } from '#domain/content/merge/place.ts';
import { Rescue } from '#domain/content/merge/rescue.ts';
import { writeDocument } from '#domain/content/merge/write.ts';

/** By then everybody who has a line has seen an edit. */
const SEEN_WITHIN_MS = 10_000;
/** Somebody can hold a key; each watch keeps what comes in. */
const MOST_WATCHES = 20;

/**
 * Keeps what others type in a node of which the words were copied here (made a quote, joined, or put right after
 * being away) while they had not seen that.
 */
export class Rescues {
	readonly #doc: Y.Doc;
	#watches: { rescue: Rescue; until: number }[] = [];

	constructor(doc: Y.Doc) {
		this.#doc = doc;
	}

	/** Something was written here, on a text that is made of the updates `before`. */
	wrote(update: Uint8Array, before: () => readonly Uint8Array[]): void {
		if (!mayCopy(update)) return;
		const until = performance.now() + SEEN_WITHIN_MS;
		this.#watches.push({ rescue: new Rescue(before()), until });
		if (this.#watches.length > MOST_WATCHES) this.#watches.shift();
	}

	/** Something of others is in the text now; puts right what got lost by that, as an edit of one's own. */
	heard(update: Uint8Array): void {
		const now = performance.now();
		this.#watches = this.#watches.filter(({ until }) => now < until);
		if (this.#watches.length === 0) return;
		try {
			const wanted = isMisplaced(this.#doc, update) && this.#wanted(update);
			if (wanted) writeDocument(this.#doc, wanted, RESCUE);
		} catch (error) {
			// The line goes on: the text is as Yjs has it.
			reportError(error);
		}
		for (const { rescue } of this.#watches) rescue.heard(update);
	}

	/** Others may have written anything meanwhile: what is lost by that is for the return to see. */
	end(): void {
		this.#watches = [];
	}

	/** The last edit that they had not seen is the one to put right. */
	#wanted(update: Uint8Array) {
		for (const { rescue } of this.#watches.toReversed()) {
			const wanted = rescue.wanted(this.#doc, update);
			if (wanted) return wanted;
		}
		return null;
	}
}

/** Neither typed now, so not undone, nor from the server. */
const RESCUE = Symbol('rescue');
