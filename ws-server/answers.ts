import { LIMITS } from './limits.ts';

/** What somebody may ask for; of each kind only the last question counts. */
export type Question = 'text' | 'presence';

/**
 * Answers to what one connection asks. A question of a few bytes can have a whole text for an answer, so
 * a second one of its kind waits a second, and until the answers before it are read.
 */
export class Answers {
	readonly #send: (answer: () => readonly Uint8Array[]) => void;
	readonly #unread: () => number;
	readonly #waiting = new Map<Question, () => readonly Uint8Array[]>();
	readonly #answeredAt = new Map<Question, number>();
	#timer: NodeJS.Timeout | null = null;

	/** `send` deals with an answer that can't be made; `unread` is how much they have still to read. */
	constructor(send: (answer: () => readonly Uint8Array[]) => void, unread: () => number) {
		this.#send = send;
		this.#unread = unread;
	}

	/** `answer` is asked for when it can be sent. */
	give(question: Question, answer: () => readonly Uint8Array[]): void {
		if (this.#isEarly(question)) {
			this.#waiting.set(question, answer);
			this.#timer ??= setTimeout(() => this.#look(), LIMITS.answerEveryMs);
			return;
		}
		this.#answeredAt.set(question, performance.now());
		this.#send(answer);
	}

	stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		this.#waiting.clear();
	}

	#isEarly(question: Question): boolean {
		const last = this.#answeredAt.get(question) ?? -Infinity;
		const isSoon = performance.now() - last < LIMITS.answerEveryMs - 1;
		return isSoon || this.#unread() > LIMITS.unreadBeforeAnswer;
	}

	#look(): void {
		this.#timer = null;
		const waiting = [...this.#waiting];
		this.#waiting.clear();
		for (const [question, answer] of waiting) this.give(question, answer);
	}
}
