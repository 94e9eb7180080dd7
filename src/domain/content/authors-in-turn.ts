import type { AuthorRun } from '../versions.ts';

/** Gives the characters of a text their authors, asked in the order in which they stand. */
export class Authors {
	readonly #runs: readonly AuthorRun[];
	#run = 0;
	/** Of this run so many characters were asked for. */
	#taken = 0;

	constructor(runs: readonly AuthorRun[]) {
		this.#runs = runs;
	}

	/** Who wrote each of the next characters, counted from the first of them. */
	runs(length: number): { person: string | null; at: number; length: number }[] {
		const found: { person: string | null; at: number; length: number }[] = [];
		for (let at = 0; at < length;) {
			const run = this.#runs[this.#run];
			const left = run ? run.length - this.#taken : length - at;
			if (run && left === 0) {
				this.#run += 1;
				this.#taken = 0;
				continue;
			}
			const taken = Math.min(left, length - at);
			found.push({ person: run?.person ?? null, at, length: taken });
			this.#taken += run ? taken : 0;
			at += taken;
		}
		return found;
	}

	/** Who wrote the next characters; of several people the first. */
	next(length: number): string | null {
		return this.runs(length)[0]?.person ?? null;
	}
}
