/** A log of this size is as much work to open as a text of many pages. */
const ABOVE_BYTES = 64 * 1024;
/** After one that failed: what made it fail is still in the log, but it may have been the database. */
const AGAIN_AFTER_MS = 10 * 60_000;

type Updates = readonly Uint8Array[];

/** When the log of one part becomes a snapshot; how is the room's. */
export class Compaction {
	readonly #compact: (since: Updates) => Promise<void>;
	readonly #failed: (error: unknown) => void;
	#logBytes: number;
	#since: Uint8Array[] | null = null;
	#next = { aboveBytes: ABOVE_BYTES, from: 0 };

	/** `compact` gets what becomes durable while it runs. */
	constructor(
		stored: Updates,
		compact: (since: Updates) => Promise<void>,
		failed: (error: unknown) => void
	) {
		this.#logBytes = sizeOf(stored);
		this.#compact = compact;
		this.#failed = failed;
	}

	get hasLog(): boolean {
		return this.#logBytes > 0;
	}

	/** These became durable. */
	grew(updates: Updates): void {
		this.#logBytes += sizeOf(updates);
		this.#since?.push(...updates);
	}

	/** What is in the log is in a snapshot. */
	condensed(): void {
		this.#logBytes = 0;
	}

	/** Compacts if the log is large enough, and not too soon after a try that failed. */
	runIfDue(): void {
		if (this.#logBytes < ABOVE_BYTES) return;
		const { aboveBytes, from } = this.#next;
		if (this.#logBytes >= aboveBytes || performance.now() >= from) void this.run();
	}

	async run(): Promise<void> {
		if (this.#since) return;
		this.#since = [];
		try {
			await this.#compact(this.#since);
			this.#next = { aboveBytes: ABOVE_BYTES, from: 0 };
		} catch (error) {
			// What is stored stays as it was, and people go on. Not again at the next keystroke: that would
			// read the whole text each time.
			const aboveBytes = this.#logBytes + ABOVE_BYTES;
			this.#next = { aboveBytes, from: performance.now() + AGAIN_AFTER_MS };
			this.#failed(error);
		} finally {
			this.#since = null;
		}
	}
}

function sizeOf(updates: Updates): number {
	return updates.reduce((size, update) => size + update.length, 0);
}
