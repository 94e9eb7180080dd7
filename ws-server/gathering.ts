/** A statement with more parameters than this is no faster for each of them. */
const MOST_AT_ONCE = 200;

type Asked<Q, A> = { question: Q; resolve: (answer: A) => void; reject: (error: unknown) => void };

/**
 * Looks up together what is asked in the same turn, or while the last look-up is under way. `look` gives
 * the answers in the order of the questions; when it fails it fails for all of them.
 */
export class Gathering<Q, A> {
	readonly #look: (questions: readonly Q[]) => Promise<readonly A[]>;
	readonly #asked: Asked<Q, A>[] = [];
	#isLooking = false;

	constructor(look: (questions: readonly Q[]) => Promise<readonly A[]>) {
		this.#look = look;
	}

	ask(question: Q): Promise<A> {
		const { promise, resolve, reject } = Promise.withResolvers<A>();
		this.#asked.push({ question, resolve, reject });
		if (!this.#isLooking) void this.#lookAll();
		return promise;
	}

	async #lookAll(): Promise<void> {
		this.#isLooking = true;
		while (this.#asked.length > 0) {
			await new Promise(setImmediate);
			await this.#lookOnce(this.#asked.splice(0, MOST_AT_ONCE));
		}
		this.#isLooking = false;
	}

	async #lookOnce(asked: readonly Asked<Q, A>[]): Promise<void> {
		try {
			const answers = await this.#look(asked.map(({ question }) => question));
			asked.forEach(({ resolve }, nth) => resolve(answers[nth]!));
		} catch (error) {
			for (const { reject } of asked) reject(error);
		}
	}
}
