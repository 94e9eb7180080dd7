/**
 * Answers of a moment ago: who asks the same again within `forMs`, or while it is being looked up, gets
 * the same answer. Whoever learns that answers may have changed forgets them all first.
 */
export class Recent<T> {
	readonly #forMs: number;
	readonly #answers = new Map<string, Promise<T>>();

	constructor(forMs: number) {
		this.#forMs = forMs;
	}

	get(question: string, look: () => Promise<T>): Promise<T> {
		const known = this.#answers.get(question);
		if (known) return known;
		const answer = look();
		this.#answers.set(question, answer);
		const forget = () => {
			if (this.#answers.get(question) === answer) this.#answers.delete(question);
		};
		setTimeout(forget, this.#forMs).unref();
		// A failure is nobody else's.
		answer.catch(forget);
		return answer;
	}

	forget(): void {
		this.#answers.clear();
	}
}
