/**
 * Which sync messages of one connection are durable. They are numbered from 1 as they come; only an
 * unbroken row from the first may be acknowledged.
 */
export class Receipts {
	#received = 0;
	#acknowledged = 0;
	readonly #open = new Set<number>();
	readonly #unstored = new Set<number>();
	#isRefused = false;

	/** Numbers a message that came in. */
	take(): number {
		this.#received++;
		// After one that never becomes durable none is acknowledged: there is nothing to remember of them.
		if (!this.#isRefused) this.#open.add(this.#received);
		return this.#received;
	}

	/** Numbers a message that is not stored, and never will be. */
	refuse(): void {
		this.take();
		this.#isRefused = true;
	}

	/**
	 * This message is not stored, because something before it is missing. A later step 2 of the same
	 * client holds all that it has, so that makes this one durable too.
	 */
	leave(number: number): void {
		this.#unstored.add(number);
	}

	settle(number: number, { isStep2 }: { isStep2: boolean }): void {
		this.#open.delete(number);
		if (!isStep2) return;
		for (const earlier of this.#unstored) {
			if (earlier > number) break;
			this.#open.delete(earlier);
			this.#unstored.delete(earlier);
		}
	}

	/** Whether all that came in is durable, refused, or waits for what its client has not sent. */
	get isSettled(): boolean {
		return this.#open.size <= this.#unstored.size;
	}

	/** How many messages from the first are durable, once, when that is more than the last time. */
	next(): number | undefined {
		const [first] = this.#open;
		const durable = first === undefined ? this.#received : first - 1;
		if (durable <= this.#acknowledged) return undefined;
		this.#acknowledged = durable;
		return durable;
	}
}
