/** A log of this size is as much work to open as a text of many pages. */
const ABOVE_BYTES = 64 * 1024;
/** After one that failed: what made it fail is still in the log, but it may have been the database. */
const AGAIN_AFTER_MS = 10 * 60_000;
/** What was deleted is still in the log: it is to be gone within the hour. */
const WITHIN_MS = 45 * 60_000;

/** When the log of one part becomes a snapshot; how is the room's. */
export class Compaction {
	readonly #compact: () => Promise<void>;
	readonly #failed: (error: unknown) => void;
	#logBytes = 0;
	#timer: NodeJS.Timeout | null = null;
	#isRunning = false;
	#next = { aboveBytes: ABOVE_BYTES, from: 0 };

	constructor(compact: () => Promise<void>, failed: (error: unknown) => void) {
		this.#compact = compact;
		this.#failed = failed;
	}

	get logBytes(): number {
		return this.#logBytes;
	}

	get hasLog(): boolean {
		return this.#logBytes > 0;
	}

	/** These bytes are in the log. */
	grew(bytes: number): void {
		this.#logBytes += bytes;
		if (bytes > 0) this.#timer ??= setTimeout(() => void this.run(), WITHIN_MS).unref();
	}

	/** What is in the log now. */
	reset(bytes: number): void {
		this.#logBytes = 0;
		this.stop();
		this.grew(bytes);
	}

	/** Compacts if the log is large enough, and not too soon after a try that failed. */
	runIfDue(): void {
		if (this.#logBytes < ABOVE_BYTES) return;
		const { aboveBytes, from } = this.#next;
		if (this.#logBytes >= aboveBytes || performance.now() >= from) void this.run();
	}

	async run(): Promise<void> {
		if (this.#isRunning) return;
		this.#isRunning = true;
		try {
			await this.#compact();
			this.#next = { aboveBytes: ABOVE_BYTES, from: 0 };
		} catch (error) {
			// What is stored stays as it was, and people go on. Not again at the next keystroke: that would
			// read the whole text each time.
			const aboveBytes = this.#logBytes + ABOVE_BYTES;
			this.#next = { aboveBytes, from: performance.now() + AGAIN_AFTER_MS };
			this.#failed(error);
		} finally {
			this.#isRunning = false;
		}
	}

	stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
