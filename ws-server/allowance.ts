/** So much at once, and so much each second in the long run. */
export type Pace = { burst: number; perSecond: number };

/** What somebody may still do: it fills up by itself, and may be overdrawn once. */
export class Allowance {
	readonly #pace: Pace;
	#left: number;
	#at = performance.now();

	constructor(pace: Pace) {
		this.#pace = pace;
		this.#left = pace.burst;
	}

	/** For how many milliseconds nothing more should be done. */
	get wait(): number {
		return this.take(0);
	}

	/** Takes this much; gives how many milliseconds nothing more should be done. */
	take(amount: number): number {
		const { burst, perSecond } = this.#pace;
		const now = performance.now();
		this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond) - amount;
		this.#at = now;
		return this.#left >= 0 ? 0 : (-this.#left / perSecond) * 1000;
	}
}
