import { rememberedWay } from './line-memory.ts';

/** Who only looks something up in another tab is back by then. */
const REST_AFTER_MS = 5_000;

type Options = {
	/** Nothing would be lost, or come late, without the line. */
	mayRest: () => boolean;
	rest: () => void;
	wake: () => void;
};

/**
 * Lets go of a line over HTTP while nobody sees the page: it holds one of the six connections that a browser has
 * to us for all its tabs. A WebSocket is not one of them, and stays.
 */
export class LineRest {
	readonly #options: Options;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isResting = false;

	constructor(options: Options) {
		this.#options = options;
		if (typeof document === 'undefined') return;
		document.addEventListener('visibilitychange', this.#look);
		this.#look();
	}

	get isResting(): boolean {
		return this.#isResting;
	}

	stop(): void {
		clearTimeout(this.#timer);
		if (typeof document === 'undefined') return;
		document.removeEventListener('visibilitychange', this.#look);
	}

	#look = (): void => {
		clearTimeout(this.#timer);
		if (document.visibilityState === 'hidden') {
			if (!this.#isResting) this.#timer = setTimeout(this.#try, REST_AFTER_MS);
		} else if (this.#isResting) {
			this.#isResting = false;
			this.#options.wake();
		}
	};

	#try = (): void => {
		const isOverHttp = rememberedWay() === 'http' || rememberedWay() === 'poll';
		if (!isOverHttp || !this.#options.mayRest()) return this.#look();
		this.#isResting = true;
		this.#options.rest();
	};
}
