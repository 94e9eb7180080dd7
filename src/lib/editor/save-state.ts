import type { Line, Refusal } from './connection.ts';

/**
 * Where the words are that the server has not acknowledged: nowhere, for there are none; in this page
 * alone; on their way to the store of this device; or in it.
 */
export type Unsent = 'none' | 'here' | 'keeping' | 'kept';

/** Where a person's words are, as one thing at a time. */
export type SaveState =
	| { state: 'opening' }
	| { state: 'saved' }
	| { state: 'saving'; slow: boolean; unsent: Exclude<Unsent, 'none'> }
	| { state: 'offline'; unsent: Unsent }
	| { state: 'readOnly' }
	| { state: 'stopped'; reason: Refusal | 'failed'; unsent: Unsent };

export type SaveFacts = { line: Line; unsent: Unsent; editable: boolean };

/** "Saved" only when nothing of this page is anywhere but in the database, as far as the server says. */
export function saveState({ line, unsent, editable }: SaveFacts): SaveState {
	if (line.state === 'refused') return { state: 'stopped', reason: line.reason, unsent };
	if (line.state === 'lost') return { state: 'offline', unsent };
	if (unsent !== 'none') return { state: 'saving', slow: false, unsent };
	if (line.state === 'connecting' || !line.synced) return { state: 'opening' };
	return { state: editable && !line.reads ? 'saved' : 'readOnly' };
}

/** After these nobody gets back to the text, so not to what is kept of it either. */
const FOR_GOOD: readonly (Refusal | 'failed')[] = ['signIn', 'noAccess', 'gone'];

/** Whether words would be lost if the page went away now. */
export function isAtRisk(save: SaveState): boolean {
	if (!('unsent' in save) || save.unsent === 'none') return false;
	if (save.unsent !== 'kept') return true;
	return save.state === 'stopped' && FOR_GOOD.includes(save.reason);
}

/** "Saved", and "safe on this device", wait for a pause, so that the words do not flicker with every key; the reverse never waits. */
const CALM_AFTER_MS = 400;
/** An ordinary commit takes milliseconds; after this long people may know. */
const SLOW_AFTER_MS = 10_000;

/** Shows the state of saving as people can read it: bad news at once, good news in peace. */
export class SaveWatch {
	#shown: SaveState = { state: 'opening' };
	readonly #show: (state: SaveState) => void;

	constructor(show: (state: SaveState) => void) {
		this.#show = show;
	}

	update(facts: SaveFacts): void {
		const next = saveState(facts);
		if (next.state !== 'saving') this.#stopSlow();
		else if (this.#slowTimer === undefined) this.#startSlow();
		if (next.state === 'saving') next.slow = this.#isSlow;
		this.#later(isGoodNews(this.#shown, next) ? CALM_AFTER_MS : 0, next);
	}

	stop(): void {
		clearTimeout(this.#calmTimer);
		this.#stopSlow();
	}

	#calmTimer: ReturnType<typeof setTimeout> | undefined;
	#slowTimer: ReturnType<typeof setTimeout> | undefined;
	#isSlow = false;

	#later(ms: number, next: SaveState): void {
		clearTimeout(this.#calmTimer);
		if (isSame(this.#shown, next)) return;
		if (ms === 0) this.#set(next);
		else this.#calmTimer = setTimeout(() => this.#set(next), ms);
	}

	// Runs on while something is unsent, however often that is added to.
	#startSlow(): void {
		this.#slowTimer = setTimeout(() => {
			this.#isSlow = true;
			if (this.#shown.state === 'saving') this.#set({ ...this.#shown, slow: true });
		}, SLOW_AFTER_MS);
	}

	#stopSlow(): void {
		clearTimeout(this.#slowTimer);
		this.#slowTimer = undefined;
		this.#isSlow = false;
	}

	#set(state: SaveState): void {
		this.#shown = state;
		this.#show(state);
	}
}

function isGoodNews(shown: SaveState, next: SaveState): boolean {
	if (next.state === 'saved') return shown.state === 'saving';
	const isKept = (save: SaveState) => 'unsent' in save && save.unsent === 'kept';
	return next.state === shown.state && isKept(next) && !isKept(shown);
}

function isSame(one: SaveState, other: SaveState): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
