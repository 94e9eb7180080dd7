import { SvelteMap } from 'svelte/reactivity';

type Given = { id: string; given: boolean };

/** The dots of somebody, shown as they are meant at once; the server's answer sets them right. */
export class Dots {
	readonly #sent = new SvelteMap<string, boolean>();
	readonly #stored: () => { questions: readonly Given[]; left: number | null };

	constructor(stored: () => { questions: readonly Given[]; left: number | null }) {
		this.#stored = stored;
	}

	isGiven({ id, given }: Given): boolean {
		return this.#sent.get(id) ?? given;
	}

	/** How many can still be given; null for who has no say. */
	get left(): number | null {
		const { questions, left } = this.#stored();
		if (left === null) return null;
		const meant = questions.filter((question) => this.isGiven(question) !== question.given);
		return meant.reduce((count, { given }) => count + (given ? 1 : -1), left);
	}

	/** Shows it as meant, until the answer is there: call what this gives then. */
	mean({ id }: Given, given: boolean): () => void {
		this.#sent.set(id, given);
		return () => void this.#sent.delete(id);
	}
}
