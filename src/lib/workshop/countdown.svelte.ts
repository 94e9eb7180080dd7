const SECOND_MS = 1000;

/** What is left of a round by the clock of the server, second by second. */
export class Countdown {
	/** Seconds; below zero when it is over, null when nothing runs. */
	left = $state<number | null>(null);
	#endsAt: number | null = null;
	/** How far the server's clock is ahead of the time since this page began. */
	#ahead = -Infinity;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** What the page was made with, so that what the server drew and what the browser draws are the same. */
	constructor(now: Date, endsAt: Date | null) {
		if (endsAt) this.left = secondsBetween(now.getTime(), endsAt.getTime());
	}

	/**
	 * Takes what the server said. The later of two is nearer to its clock: what was said is late by as long as it
	 * travelled, and never early.
	 */
	hear(now: Date, endsAt: Date | null): void {
		this.#ahead = Math.max(this.#ahead, now.getTime() - performance.now());
		this.#endsAt = endsAt?.getTime() ?? null;
		this.#tick();
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#tick(): void {
		clearTimeout(this.#timer);
		if (this.#endsAt === null) {
			this.left = null;
			return;
		}
		const leftMs = this.#endsAt - (performance.now() + this.#ahead);
		this.left = Math.ceil(leftMs / SECOND_MS);
		// When this second is over, and not each second: that would skip one now and then.
		const rest = leftMs - (this.left - 1) * SECOND_MS;
		this.#timer = setTimeout(() => this.#tick(), rest + 5);
	}
}

function secondsBetween(from: number, to: number): number {
	return Math.ceil((to - from) / SECOND_MS);
}

/** Minutes and seconds, as on a clock: "7:42"; "+1:05" past the end. */
export function clockTime(seconds: number): string {
	const past = seconds < 0;
	const all = Math.abs(seconds);
	const rest = String(all % 60).padStart(2, '0');
	return `${past ? '+' : ''}${Math.floor(all / 60)}:${rest}`;
}
