/** What was under way when writing ended is stored and acknowledged within so long, or not at all. */
const SETTLED_WITHIN_MS = 2_000;

/**
 * When nobody writes in a text any more while people are in it, they go on reading. Who has words that came too late
 * is told so, in the place of "saved" or of waiting for ever.
 */
export class Freeze {
	readonly #options: { reads: () => void; isUnsent: () => boolean; refuse: () => void };
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(options: { reads: () => void; isUnsent: () => boolean; refuse: () => void }) {
		this.#options = options;
	}

	begin(): void {
		const { reads, isUnsent, refuse } = this.#options;
		this.end();
		reads();
		this.#timer = setTimeout(() => {
			if (isUnsent()) refuse();
		}, SETTLED_WITHIN_MS);
	}

	end(): void {
		clearTimeout(this.#timer);
	}
}
