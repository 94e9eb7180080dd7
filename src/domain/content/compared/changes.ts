import type { Step } from './steps.ts';

/** One change, as somebody reads it: what stands close together is one. */
export type Change = {
	/** Counted from 1, in the order of the text. */
	nth: number;
	does: 'add' | 'remove' | 'replace' | 'restyle' | 'blocks';
	added: string;
	removed: string;
	/** Who wrote what was added. */
	people: string[];
	/** The hunks that make it, by their keys: without them the text is there as it was before. */
	keys: string[];
};

const LETTER = /[\p{L}\p{N}]/u;

/** Numbers changes over all stretches of a text, and says what each is. */
export class Changes {
	readonly found: Change[] = [];
	readonly #keyOf: (hunk: number) => string | undefined;
	#isOpen = false;
	#hasBlocks = false;

	constructor(keyOf: (hunk: number) => string | undefined) {
		this.#keyOf = keyOf;
	}

	/** The number of the change that this step is part of; null when nothing changed there. */
	take(step: Step): number | null {
		const { fate, token, isJoin, hunk } = step;
		if (fate === 'keep') {
			const parts = 'pair' in token ? token.kind === 'textblock' : LETTER.test(token.key);
			if (parts) this.end();
			return null;
		}
		const change = this.#current();
		const key = hunk === null ? undefined : this.#keyOf(hunk);
		if (key && !change.keys.includes(key)) change.keys.push(key);
		const isWords = token.is === 'character' && !isJoin;
		if (fate === 'add' && isWords) {
			change.added += token.text;
			if (step.author && !change.people.includes(step.author)) change.people.push(step.author);
		} else if (fate === 'remove' && isWords) change.removed += token.text;
		else if (fate !== 'restyle' || !isWords) this.#hasBlocks = true;
		if (token.is === 'open' && token.kind === 'textblock') this.#newLine(change, fate);
		return change.nth;
	}

	/** What comes is another change. */
	end(): void {
		const last = this.found.at(-1);
		if (this.#isOpen && last) last.does = whatOf(last, this.#hasBlocks);
		this.#isOpen = false;
		this.#hasBlocks = false;
	}

	#current(): Change {
		const last = this.found.at(-1);
		if (this.#isOpen && last) return last;
		this.#isOpen = true;
		const nth = this.found.length + 1;
		const change: Change = { nth, does: 'restyle', added: '', removed: '', people: [], keys: [] };
		this.found.push(change);
		return change;
	}

	#newLine(change: Change, fate: Step['fate']): void {
		if (fate === 'add' && change.added) change.added += '\n';
		if (fate === 'remove' && change.removed) change.removed += '\n';
	}
}

function whatOf({ added, removed }: Change, hasBlocks: boolean): Change['does'] {
	const [came, went] = [added.trim() !== '', removed.trim() !== ''];
	if (came && went) return 'replace';
	if (came || went) return came ? 'add' : 'remove';
	return hasBlocks ? 'blocks' : 'restyle';
}
