/** What was under way when writing ended is stored and acknowledged within so long, or not at all. */
const SETTLED_WITHIN_MS = 2_000;

/**
 * When nobody writes in a text any more, while people are in it or before they come back, they read. Who then has words
 * that are not stored is told so, in the place of "saved" or of waiting for ever.
 */
export class Freeze {
	readonly #isUnsent: () => boolean;
	readonly #tooLate: () => void;
	#isOn = false;
	/** They had words that were not stored when they heard of it. */
	#hadWords = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(isUnsent: () => boolean, tooLate: () => void) {
		this.#isUnsent = isUnsent;
		this.#tooLate = tooLate;
	}

	get isOn(): boolean {
		return this.#isOn;
	}

	begin(): void {
		this.#isOn = true;
		this.#hadWords = this.#isUnsent();
	}

	/** The server has heard all that is here. */
	settle(): void {
		clearTimeout(this.#timer);
		if (!this.#isOn || !this.#hadWords) return;
		const look = () => {
			if (this.#isUnsent()) this.#tooLate();
		};
		this.#timer = setTimeout(look, SETTLED_WITHIN_MS);
	}

	/** Whoever comes back is decided about anew. */
	end(): void {
		clearTimeout(this.#timer);
		this.#isOn = false;
	}
}
