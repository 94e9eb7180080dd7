/** Timers are not finer. */
const TICK_MS = 1;

/** Calls each of many in turn, each so many times a second, evenly spread. */
export class Pace {
	#timer: NodeJS.Timeout | undefined;

	start(count: number, perSecond: number, act: (nth: number, now: number) => void): void {
		this.stop();
		const began = performance.now();
		let done = 0;
		const beat = () => {
			const now = performance.now();
			const due = Math.floor(((now - began) / 1000) * perSecond * count);
			for (; done < due; done++) act(done % count, now);
			this.#timer = setTimeout(beat, TICK_MS);
		};
		beat();
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}
