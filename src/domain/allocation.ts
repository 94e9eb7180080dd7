/** That one group looks at the work of another. */
export type Look = { reviewer: string; work: string };

/** Chance comes from outside: the same list in another order. */
export type Shuffle = <Item>(items: readonly Item[]) => Item[];

export type ToAllocate = {
	/** The groups whose work can be looked at, and those that look: as a rule the same. */
	works: readonly string[];
	reviewers: readonly string[];
	/** How many others look at each work. */
	each: number;
	/** Who looks at what already: nobody who began is sent elsewhere. */
	taken: readonly Look[];
	shuffle: Shuffle;
};

/**
 * Who looks at whose work from now on, besides what is taken. Every work is looked at by `each` others, or by all
 * others when there are not so many, and by at most one more. In one go each group gives as many looks as it gets.
 * Who comes late is looked at by those who do least, and looks at others as long as that leaves room for who comes
 * later still. So nobody ever gives more than `each + 1`, if it began with at least `roomFor(each)` groups or `each`
 * is at most 2; with fewer groups nobody can promise that, and each go keeps the most that anybody does as low as it
 * can be.
 */
export function allocate({ works, reviewers, each, taken, shuffle }: ToAllocate): Look[] {
	const looks = new Looks(reviewers, taken, shuffle);
	// Level by level, so that nobody does much while somebody does little.
	for (let most = 1; most <= works.length + taken.length; most += 1) {
		let went = true;
		while (went) {
			const short = shuffle(works).filter((work) => looks.at(work) < each);
			went = short.filter((work) => looks.find(work, most)).length > 0;
		}
	}
	const beyond = works.reduce((sum, work) => sum + Math.max(0, looks.at(work) - each), 0);
	let room = works.length - roomFor(each) - beyond;
	for (let least = 1; least <= each; least += 1) {
		for (const reviewer of shuffle(reviewers)) {
			if (room <= 0 || looks.by(reviewer) >= least) continue;
			const free = shuffle(works).filter((work) => looks.at(work) <= each);
			if (looks.offer(reviewer, free)) room -= 1;
		}
	}
	return looks.added();
}

/**
 * How many groups must be able to give one look more, so that there are enough however many come one by one. The
 * first takes `each` of them; the second one fewer, since the first looks at it too; and so on.
 */
function roomFor(each: number): number {
	return (each * (each + 1)) / 2;
}

/** Who looks at what: what is taken stays, what is added can still change hands. */
class Looks {
	readonly #given: Map<string, Set<string>>;
	readonly #added: Map<string, Set<string>>;
	readonly #got = new Map<string, number>();
	readonly #shuffle: Shuffle;

	constructor(reviewers: readonly string[], taken: readonly Look[], shuffle: Shuffle) {
		this.#given = new Map(reviewers.map((reviewer) => [reviewer, new Set()]));
		this.#added = new Map(reviewers.map((reviewer) => [reviewer, new Set()]));
		this.#shuffle = shuffle;
		for (const { reviewer, work } of taken) {
			this.#given.get(reviewer)?.add(work);
			this.#count(work);
		}
	}

	/** How many look at a work. */
	at(work: string): number {
		return this.#got.get(work) ?? 0;
	}

	/** At how many works somebody looks. */
	by(reviewer: string): number {
		return this.#given.get(reviewer)?.size ?? 0;
	}

	/** Finds one more for a work, among who looks at fewer than `most` or can pass on one that was added. */
	find(work: string, most: number): boolean {
		const found = this.#hand(work, most, new Set());
		if (found) this.#count(work);
		return found;
	}

	/** Lets somebody look at that one of the works at which fewest look. */
	offer(reviewer: string, works: readonly string[]): boolean {
		const [work] = works
			.filter((each) => this.#isFree(reviewer, each))
			.sort((a, b) => this.at(a) - this.at(b));
		if (work === undefined) return false;
		this.#give(reviewer, work);
		this.#count(work);
		return true;
	}

	added(): Look[] {
		return [...this.#added].flatMap(([reviewer, works]) =>
			[...works].map((work) => ({ reviewer, work }))
		);
	}

	/** Augmenting paths, as in every matching of two sides; who was asked once is not asked again. */
	#hand(work: string, most: number, asked: Set<string>): boolean {
		const byLoad = this.#shuffle([...this.#given.keys()]).sort((a, b) => this.by(a) - this.by(b));
		for (const reviewer of byLoad) {
			if (asked.has(reviewer) || !this.#isFree(reviewer, work)) continue;
			asked.add(reviewer);
			if (this.by(reviewer) < most || this.#passOn(reviewer, most, asked)) {
				this.#give(reviewer, work);
				return true;
			}
		}
		return false;
	}

	#passOn(reviewer: string, most: number, asked: Set<string>): boolean {
		const passed = [...(this.#added.get(reviewer) ?? [])].find((work) =>
			this.#hand(work, most, asked)
		);
		if (passed === undefined) return false;
		this.#given.get(reviewer)?.delete(passed);
		this.#added.get(reviewer)?.delete(passed);
		return true;
	}

	#isFree(reviewer: string, work: string): boolean {
		return reviewer !== work && !this.#given.get(reviewer)?.has(work);
	}

	#give(reviewer: string, work: string): void {
		this.#given.get(reviewer)?.add(work);
		this.#added.get(reviewer)?.add(work);
	}

	#count(work: string): void {
		this.#got.set(work, this.at(work) + 1);
	}
}
