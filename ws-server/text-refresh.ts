import type { LastEdit } from '#server/texts.ts';

export type RefreshPace = { settledAfterMs: number; atLatestAfterMs: number };

/**
 * Long enough for a sentence to end, short enough for a list that somebody opens next; and somebody who never pauses
 * is still found by search.
 */
const FOR_SEARCH: RefreshPace = { settledAfterMs: 2_000, atLatestAfterMs: 30_000 };

/** What groups write is followed while they write it. */
export const FOR_WHO_LEADS: RefreshPace = { settledAfterMs: 600, atLatestAfterMs: 2_000 };

/** Lets pages, search and export know what was written, once it has settled: never while typing. */
export class TextRefresh {
	readonly #pace: RefreshPace;
	readonly #refresh: (lastEdit: LastEdit | undefined) => Promise<void>;
	#timer: NodeJS.Timeout | null = null;
	#dirtySince: number | null = null;
	#lastEdit: LastEdit | undefined;
	#running: Promise<void> = Promise.resolve();

	/** `refresh` deals with its own failures. */
	constructor(
		refresh: (lastEdit: LastEdit | undefined) => Promise<void>,
		pace: RefreshPace = FOR_SEARCH
	) {
		this.#refresh = refresh;
		this.#pace = pace;
	}

	/** The text changed; without an edit it was changed by something that is not in this room. */
	touch(edit?: LastEdit): void {
		if (edit) this.#lastEdit = edit;
		const now = performance.now();
		this.#dirtySince ??= now;
		const isLate = now - this.#dirtySince > this.#pace.atLatestAfterMs;
		if (this.#timer && isLate) return;
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), this.#pace.settledAfterMs);
	}

	/** Refreshes now what is not refreshed yet; resolves when that is done. */
	flush(): Promise<void> {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		if (this.#dirtySince === null) return this.#running;
		const edit = this.#lastEdit;
		this.#dirtySince = null;
		this.#lastEdit = undefined;
		this.#running = this.#running.then(() => this.#refresh(edit));
		return this.#running;
	}

	stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#dirtySince = null;
	}
}
