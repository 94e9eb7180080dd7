/** A tenth of a millisecond is finer than timers are. */
const PER_MS = 10;
const MOST_MS = 20_000;

export type Percentiles = { p50: number; p95: number; p99: number };

/** Any number of latencies in little memory. */
export class Latencies {
	readonly #buckets = new Uint32Array(MOST_MS * PER_MS + 1);
	#count = 0;

	add(ms: number, times = 1): void {
		const bucket = Math.min(Math.max(0, Math.round(ms * PER_MS)), MOST_MS * PER_MS);
		this.#buckets[bucket]! += times;
		this.#count += times;
	}

	clear(): void {
		this.#buckets.fill(0);
		this.#count = 0;
	}

	percentiles(): Percentiles {
		return { p50: this.#at(0.5), p95: this.#at(0.95), p99: this.#at(0.99) };
	}

	#at(share: number): number {
		let left = Math.ceil(this.#count * share);
		for (const [bucket, count] of this.#buckets.entries()) {
			left -= count;
			if (left <= 0) return bucket / PER_MS;
		}
		return MOST_MS;
	}
}
