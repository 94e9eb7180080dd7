import type { Pushing, Unpushed } from '#domain/content/suggestions/pushing.ts';
import { readUnpushed, writeAcked, writeChanges } from '#domain/content/suggestions/unpushed.ts';
import type { Unsent } from '../save-state.ts';
import type { Left } from './drawer.ts';
import { Keeper } from './keeper.ts';
import { placeOfSuggested, wordsSuggested } from './suggested.ts';

type Inheriting = {
	/** Resolves when the server told anew what it has. */
	ready: () => Promise<void>;
	/** Merges what a page had that is gone. */
	take: (unpushed: Unpushed) => void;
	/** Shows words that can't be sent again. */
	offer: (words: string, discard: () => void) => void;
};

/** Keeps on this device what one suggests and the server does not have, where unsent edits of texts are kept. */
export class OwnKeep {
	readonly #keeper: Keeper;
	#acked: { is: Unpushed; bytes: Uint8Array } | null = null;

	constructor(options: { person: string; part: string; onChange: () => void }) {
		this.#keeper = new Keeper({
			...options,
			part: placeOfSuggested(options.part),
			page: crypto.randomUUID(),
			base: () => this.#acked?.bytes ?? new Uint8Array()
		});
	}

	allow(may: boolean): void {
		this.#keeper.allow(may);
	}

	/** Where what is unsent is now. */
	get where(): Exclude<Unsent, 'none'> {
		return this.#keeper.where;
	}

	/** Something was typed, or the server has more of it. */
	follow(pushing: Pushing): void {
		if (pushing.isSaved) return this.#keeper.stored();
		const { unpushed } = pushing;
		const { is } = this.#acked ?? {};
		if (is?.acked !== unpushed.acked || is.version !== unpushed.version) {
			this.#acked = { is: unpushed, bytes: encode(writeAcked(unpushed)) };
		}
		this.#keeper.holds(encode(writeChanges(unpushed)));
	}

	/** The server does not want it: it is not sent again, but offered as words. */
	refused(): void {
		this.#keeper.refused();
	}

	async inherit({ ready, take, offer }: Inheriting): Promise<void> {
		const found = (left: Left, acked: Uint8Array | null) => {
			const unpushed = left.refused ? null : read(left, acked);
			if (unpushed) return take(unpushed);
			this.#keeper.leave(left.page);
			offer(wordsSuggested(left), () => this.#keeper.discard(left.page));
		};
		await this.#keeper.inherit(found, ready);
	}

	close(): void {
		this.#keeper.close();
	}
}

function read({ edits: [changes] }: Left, acked: Uint8Array | null): Unpushed | null {
	if (!acked || !changes) return null;
	try {
		return readUnpushed({ acked: decode(acked), changes: decode(changes) });
	} catch (error) {
		// Kept by another version of this page.
		reportError(error);
		return null;
	}
}

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
