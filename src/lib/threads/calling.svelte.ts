import { m } from '#lib/paraglide/messages.js';
import { findPeople } from './api.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { FUNCTION_WORD } from '#lib/ui/words.ts';
import { callingAt, type Called } from './draft.ts';

/** A pause in typing; more often would ask for every letter. */
const ASK_AFTER_MS = 150;
/** More than one sees at once is a list to search in further. */
const SHOWN_MAX = 8;

/** Calling somebody by name: who is found by what is typed after an `@`, and which of them is pointed at. */
export class Calling {
	found = $state.raw<readonly Called[]>([]);
	nth = $state(0);
	/** For who listens. */
	says = $state.raw('');
	at = $state.raw<{ from: number; query: string } | null>(null);
	#due: ReturnType<typeof setTimeout> | undefined;
	readonly #part: string;

	constructor(part: string) {
		this.#part = part;
	}

	/** Looks who is meant by what stands before the caret. */
	look(words: string, caret: number): void {
		clearTimeout(this.#due);
		this.at = callingAt(words, caret);
		if (!this.at) return this.stop();
		const { query } = this.at;
		this.#due = setTimeout(() => void this.#ask(query), ASK_AFTER_MS);
	}

	async #ask(query: string): Promise<void> {
		const answer = await findPeople(this.#part, query);
		if (this.at?.query !== query) return;
		if (!answer.ok) return this.#show([]);
		const { people, functions } = answer.value;
		this.#show([
			...people.map((person) => ({ person })),
			...functions.filter((one) => isNamed(one, query)).map((one) => ({ function: one }))
		]);
	}

	#show(found: readonly Called[]): void {
		this.found = found.slice(0, SHOWN_MAX);
		this.nth = 0;
		this.says = m.threads_found({ count: this.found.length });
	}

	stop(): void {
		clearTimeout(this.#due);
		this.at = null;
		this.found = [];
		this.says = '';
	}

	/** Whether a key was for the list. */
	keys(event: KeyboardEvent, choose: (called: Called) => void): boolean {
		const { length } = this.found;
		if (length === 0) return false;
		const pointed = this.found[this.nth];
		if (event.key === 'ArrowDown') this.nth = (this.nth + 1) % length;
		else if (event.key === 'ArrowUp') this.nth = (this.nth - 1 + length) % length;
		else if ((event.key === 'Enter' || event.key === 'Tab') && pointed) choose(pointed);
		else if (event.key === 'Escape') this.stop();
		else return false;
		event.preventDefault();
		event.stopPropagation();
		return true;
	}
}

function isNamed(one: WerkplaatsFunction, query: string): boolean {
	return FUNCTION_WORD[one]().toLocaleLowerCase().includes(query.toLocaleLowerCase());
}
