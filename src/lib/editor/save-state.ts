import type { Line, Refusal } from './connection.ts';

/** Where a person's words are, as one thing at a time. */
export type SaveState =
	| { state: 'opening' }
	| { state: 'saved' }
	| { state: 'saving'; slow: boolean }
	| { state: 'offline'; unsent: boolean }
	| { state: 'readOnly' }
	| { state: 'stopped'; reason: Refusal | 'failed'; unsent: boolean };

export type SaveFacts = { line: Line; unsent: boolean; editable: boolean };

/** "Saved" only when nothing of this page is anywhere but in the database, as far as the server says. */
export function saveState({ line, unsent, editable }: SaveFacts): SaveState {
	if (line.state === 'refused') return { state: 'stopped', reason: line.reason, unsent };
	if (line.state === 'lost') return { state: 'offline', unsent };
	if (unsent) return { state: 'saving', slow: false };
	if (line.state === 'connecting' || !line.synced) return { state: 'opening' };
	return { state: editable ? 'saved' : 'readOnly' };
}

/** "Saved" waits for a pause, so that the words do not flicker with every key; the reverse never waits. */
const CALM_AFTER_MS = 400;
/** An ordinary commit takes milliseconds; after this long people may know. */
const SLOW_AFTER_MS = 10_000;

/** Shows the state of saving as people can read it: bad news at once, good news in peace. */
export class SaveWatch {
	#shown: SaveState = { state: 'opening' };
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #show: (state: SaveState) => void;

	constructor(show: (state: SaveState) => void) {
		this.#show = show;
	}

	update(facts: SaveFacts): void {
		const next = saveState(facts);
		if (next.state === 'saving' && this.#shown.state === 'saving') {
			// Still waiting for the same thing: the clock of "slow" runs on, that of "saved" stops.
			if (!this.#slowDue) this.#startSlow();
			return;
		}
		clearTimeout(this.#timer);
		this.#slowDue = false;
		if (next.state === 'saved' && this.#shown.state === 'saving') {
			this.#timer = setTimeout(() => this.#set(next), CALM_AFTER_MS);
			return;
		}
		this.#set(next);
		if (next.state === 'saving') this.#startSlow();
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#slowDue = false;

	#startSlow(): void {
		clearTimeout(this.#timer);
		this.#slowDue = true;
		this.#timer = setTimeout(() => this.#set({ state: 'saving', slow: true }), SLOW_AFTER_MS);
	}

	#set(state: SaveState): void {
		this.#shown = state;
		this.#show(state);
	}
}
