import { secondsLeft, type RoundTime } from '#domain/rounds.ts';

const SECOND_MS = 1000;

/** What is left of a round by the clock of the server, second by second. */
export class Countdown {
	/** Seconds; below zero when it is over, null when nothing runs. */
	left = $state<number | null>(null);
	#round: RoundTime | null = null;
	/** How far the server's clock is ahead of the time since this page began. */
	#ahead = -Infinity;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** What the page was made with, so that what the server drew and what the browser draws are the same. */
	constructor(now: Date, round: RoundTime | null) {
		this.left = round && secondsLeft(round, now);
	}

	/**
	 * Takes what the server said. The later of two is nearer to its clock: what was said is late by as long as it
	 * travelled, and never early.
	 */
	hear(now: Date, round: RoundTime | null): void {
		this.#ahead = Math.max(this.#ahead, now.getTime() - performance.now());
		this.#round = round;
		this.#tick();
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#tick(): void {
		clearTimeout(this.#timer);
		const now = performance.now() + this.#ahead;
		// Read once, and kept by nobody.
		// eslint-disable-next-line svelte/prefer-svelte-reactivity
		const left = this.#round && secondsLeft(this.#round, new Date(now));
		this.left = left;
		if (!this.#round || left === null) return;
		// When this second is over, and not each second: that would skip one now and then.
		const over = this.#round.endsAt.getTime() - (left - 1) * SECOND_MS;
		this.#timer = setTimeout(() => this.#tick(), over - now + 5);
	}
}

/** Minutes and seconds, as on a clock: "7:42"; "+1:05" past the end. */
export function clockTime(seconds: number): string {
	const past = seconds < 0;
	const all = Math.abs(seconds);
	const rest = String(all % 60).padStart(2, '0');
	return `${past ? '+' : ''}${Math.floor(all / 60)}:${rest}`;
}
