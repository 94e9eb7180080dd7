import { LIMITS } from '../limits.ts';
import { BadFrame } from '../protocol.ts';

/** What a frame may still hold. */
export class Budget {
	#left: { pieces: number; emptyClocks: number };

	/** Without limits for what comes out of our own store: it was asked of its frames. */
	constructor(isLimited: boolean) {
		const { pieces, emptyClocks } = LIMITS;
		this.#left = isLimited ? { pieces, emptyClocks } : { pieces: Infinity, emptyClocks: Infinity };
	}

	spend(what: 'pieces' | 'emptyClocks', amount: number): void {
		this.#left[what] -= amount;
		if (this.#left[what] < 0) throw new BadFrame(`too many ${what}`, 'budget');
	}
}
