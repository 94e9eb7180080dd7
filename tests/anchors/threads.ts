import type * as Y from 'yjs';
import { anchorOf, type Anchor } from '#domain/anchors/anchor.ts';
import { fare } from '#domain/anchors/fare.ts';
import { TextIndex } from '#domain/anchors/text-index.ts';
import { identifiedContent } from '#domain/content/identified-content.ts';
import { identifiedText } from '#domain/content/identified-text.ts';
import { readContent } from '#domain/content/yjs.ts';
import { Conflict } from '#domain/errors.ts';
import { passageMeant, type PassageMeant } from '#server/passages.ts';
import type { Chance } from '#tests/live/chance.ts';
import { faultOf, lettersOf } from './judge.ts';

/** How a server holds on to what a browser means: ours, or one that a test must find out. */
export type Placing = (
	text: TextIndex,
	meant: PassageMeant,
	at: { from: number; to: number }
) => Anchor;

const OURS: Placing = (text, meant) => passageMeant(text, meant).anchor;

export type ThreadTally = {
	/** Words that the server did not have as the browser did: who meant them selects them anew. */
	refused: number;
	same: number;
	changed: number;
	detached: number;
	/** Threads that were detached and are on their words again. */
	back: number;
	/** Those that were held by other ids from then on. */
	renewed: number;
	/** Looked for in a text that was read out and never changes. */
	frozen: number;
};

export function noThreads(): ThreadTally {
	return { refused: 0, same: 0, changed: 0, detached: 0, back: 0, renewed: 0, frozen: 0 };
}

const KEPT = 8;

/** Threads beside a text as the server keeps them: placed for a browser, looked for and renewed when they are read. */
export class Threads {
	readonly tally: ThreadTally;
	readonly #place: Placing;
	readonly #threads: { anchor: Anchor; quote: string; isDetached: boolean }[] = [];

	constructor(tally: ThreadTally, place: Placing = OURS) {
		this.tally = tally;
		this.#place = place;
	}

	/** Somebody selects words as they see the text, which the server may not know or no more; gives what goes wrong. */
	begin(chance: Chance, seen: Y.Doc, server: Y.Doc): string | null {
		const theirs = new TextIndex(identifiedText(seen));
		const from = chance.below(theirs.characters.length + 1);
		const range = theirs.trimmed({ from, to: from + 3 + chance.below(90) });
		const selected = anchorOf(theirs, range);
		if (!selected) return null;
		const { quote, runs } = selected;
		try {
			const text = new TextIndex(identifiedText(server));
			const anchor = this.#place(text, { quote, runs }, range);
			this.#threads.push({ anchor, quote, isDetached: false });
			if (this.#threads.length > KEPT) this.#threads.shift();
			return lettersOf(anchor.quote) === lettersOf(quote)
				? null
				: `placed on "${anchor.quote}" for "${quote}"`;
		} catch (error) {
			if (!(error instanceof Conflict)) throw error;
			this.tally.refused += 1;
			return null;
		}
	}

	/** Somebody opens them; gives what is wrong with what they are told. */
	read(server: Y.Doc): string[] {
		const text = new TextIndex(identifiedText(server));
		return this.#threads.flatMap((thread) => {
			const fared = fare(text, thread.anchor);
			const isDetached = fared.is === 'lost';
			this.tally[isDetached ? 'detached' : fared.is === 'same' ? 'same' : 'changed'] += 1;
			if (thread.isDetached && !isDetached) this.tally.back += 1;
			thread.isDetached = isDetached;
			const standing = fared.is === 'same' ? { ...fared, text: text.read(fared.range) } : fared;
			const fault = faultOf(server, thread, standing);
			if (fared.is === 'same' && fared.anchor !== thread.anchor) {
				thread.anchor = fared.anchor;
				this.tally.renewed += 1;
			}
			// Renewed as often as one likes, it is about the words that were meant.
			const isMeant = lettersOf(thread.anchor.quote) === lettersOf(thread.quote);
			return [
				...(fault ? [fault] : []),
				...(isMeant ? [] : [`holds "${thread.anchor.quote}" for "${thread.quote}"`])
			];
		});
	}

	/** The text is read out and kept: threads on that hold for ever. */
	freeze(chance: Chance, server: Y.Doc): string | null {
		const text = new TextIndex(identifiedContent(readContent(server)));
		const from = chance.below(text.characters.length + 1);
		const meant = anchorOf(text, { from, to: from + 3 + chance.below(90) });
		if (!meant) return null;
		const { anchor } = passageMeant(text, meant);
		const fared = fare(text, anchor);
		this.tally.frozen += 1;
		const stands = fared.is === 'same' && text.read(fared.range) === meant.quote;
		return stands ? null : `frozen, ${fared.is}: "${meant.quote}"`;
	}
}

/** The words at the same place as the browser has them: wrong as soon as it has not heard of everything. */
export const placedByOffsets: Placing = (text, _, range) => {
	const anchor = anchorOf(text, range);
	if (!anchor) throw new Conflict('passage_changed');
	return anchor;
};
