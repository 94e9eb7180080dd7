import * as sync from 'y-protocols/sync';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import { rejoin } from '#domain/content/merge/rejoin.ts';
import type { Footing } from './footing.ts';

/**
 * Somebody comes back with words that the server may lack. Until the server has said all that it has, none of
 * them goes out and nothing that comes in is drawn.
 */
export class Return {
	readonly #footing: Footing;
	readonly #heard: Uint8Array[] = [];
	/** What the server says it has, if it asked already. */
	asked: Uint8Array | null = null;

	constructor(footing: Footing) {
		this.#footing = footing;
	}

	/** Asks for all that the server has beyond what it had for certain: so also for what arrived of these words. */
	get question(): Uint8Array<ArrayBuffer> {
		return frame(sync.messageYjsSyncStep1, Y.encodeStateVectorFromUpdate(this.#footing.base));
	}

	/** Updates that came in meanwhile, as they came. */
	get heard(): readonly Uint8Array[] {
		return this.#heard;
	}

	hear(update: Uint8Array): void {
		this.#heard.push(update);
	}

	/** When the server has answered: the text as it has it, and what to send on top. Throws when they don't meet. */
	merge(): { live: Uint8Array; update: Uint8Array } {
		const { base, written: mine } = this.#footing;
		// Not through a Y.Doc: it would forget words that got no place.
		const live = Y.mergeUpdates([base, ...this.#heard]);
		const { way, update } = rejoin({ base, mine, live });
		// What was written stands on the base, which is in it.
		if (way === 'rewritten')
			throw new Error('edits that do not stand on the text they were made on');
		return { live, update };
	}
}

/** The answer to what the server asks first: all that it lacks. */
export function answer(update: Uint8Array): Uint8Array<ArrayBuffer> {
	return frame(sync.messageYjsSyncStep2, update);
}

const SYNC = 0;

function frame(step: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const encoder = createEncoder();
	writeVarUint(encoder, SYNC);
	writeVarUint(encoder, step);
	writeVarUint8Array(encoder, bytes);
	return toUint8Array(encoder);
}
