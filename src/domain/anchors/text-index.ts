/** Characters that one client of Yjs wrote one after the other: the nth has the clock plus n. */
export type Run = { at: number; client: number; clock: number; length: number };

/** From a character up to but not including another, as they are counted in UTF-16 and without block ends. */
export type Passage = { from: number; to: number };

/** The characters of a text in one row, whose they are, and before which of them a block or a line ends. */
export type IdentifiedText = {
	characters: string;
	ends: readonly number[];
	runs: readonly Run[];
};

/** What stands both here and in a quote: so many signs, from the sign `at` of the text and `of` of the quote. */
export type Piece = { at: number; of: number; length: number };

/**
 * A text to find passages in; made once for all of them. It is compared by its signs, which are its characters
 * without white space: a paragraph that is split or joined is the same words.
 */
export class TextIndex {
	readonly characters: string;
	readonly signs: string;
	readonly runs: readonly Run[];
	readonly #ends: readonly number[];
	/** At which character each sign is. */
	readonly #places: Uint32Array;
	#byClient: Map<number, Run[]> | undefined;

	constructor({ characters, ends, runs }: IdentifiedText) {
		this.characters = characters;
		this.runs = runs;
		this.#ends = ends;
		this.signs = characters.replace(/\s+/gu, '');
		this.#places = placesOf(characters, this.signs.length);
	}

	/** The characters from one sign up to but not including another. */
	passage(from: number, to: number): Passage {
		if (from >= to) return { from: 0, to: 0 };
		return { from: this.#places[from] ?? 0, to: (this.#places[to - 1] ?? 0) + 1 };
	}

	/** The first sign at or after a character. */
	signAt(character: number): number {
		return firstAtLeast(this.#places, character);
	}

	/** The same passage without white space, or half of a pair that is one character together, at its ends. */
	trimmed(passage: Passage): Passage {
		const { from, to } = this.#whole(passage);
		return this.passage(this.signAt(from), this.signAt(to));
	}

	/** A passage as people read it. */
	read(passage: Passage): string {
		const { from, to } = this.#whole(passage);
		const lines: string[] = [];
		let start = from;
		for (let nth = firstAtLeast(this.#ends, from + 1); ; nth += 1) {
			const end = Math.min(this.#ends[nth] ?? to, to);
			// A line end that somebody typed, in a block of code, is a character and no end of a block.
			lines.push(this.characters.slice(start, end).replaceAll('\n', ' '));
			if (end >= to) return lines.join('\n');
			start = end;
		}
	}

	#whole({ from, to }: Passage): Passage {
		const last = Math.min(to, this.characters.length);
		return {
			from: isSecond(this.characters, from) ? from + 1 : from,
			to: isSecond(this.characters, last) ? last - 1 : last
		};
	}

	/** The ids of a passage, counted from its beginning. */
	runsIn({ from, to }: Passage): Run[] {
		const found: Run[] = [];
		for (let nth = lastAtMost(this.runs, from, atOf); nth < this.runs.length; nth += 1) {
			const run = this.runs[nth];
			if (!run || run.at >= to) break;
			const start = Math.max(run.at, from);
			const length = Math.min(run.at + run.length, to) - start;
			if (length <= 0) continue;
			const clock = run.clock + start - run.at;
			found.push({ at: start - from, client: run.client, clock, length });
		}
		return found;
	}

	/** Whether the words of a quote stand at this sign. */
	says(quote: TextIndex, at: number): boolean {
		if (at < 0 || !this.signs.startsWith(quote.signs, at)) return false;
		for (let nth = 1; nth < quote.signs.length; nth += 1) {
			const [here, there] = [this.#gap(at + nth), quote.#gap(nth)];
			if (here.spaced === there.spaced) continue;
			// Where a block ends there need be no space; else "niet waar" is not "nietwaar".
			if (!this.#isEnd(here) && !quote.#isEnd(there)) return false;
		}
		return true;
	}

	/** The signs at which a quote stands, the first `most` of them. */
	find(quote: TextIndex, most: number): number[] {
		const found: number[] = [];
		if (quote.signs === '') return found;
		let at = this.signs.indexOf(quote.signs);
		for (; at >= 0 && found.length < most; at = this.signs.indexOf(quote.signs, at + 1)) {
			if (this.says(quote, at)) found.push(at);
		}
		return found;
	}

	/** What of the quoted characters themselves is in this text, in the order of the text. */
	survivors(quote: TextIndex): Piece[] {
		const pieces = quote.runs
			.flatMap((run) => this.#placesOf(run))
			.map(([from, of, length]) => ({
				at: this.signAt(from),
				of: quote.signAt(of),
				length: this.signAt(from + length) - this.signAt(from)
			}));
		return pieces.filter(({ length }) => length > 0).sort((one, other) => one.at - other.at);
	}

	/** Where these ids are: for each stretch the character here, the character of the quote, and how many. */
	#placesOf({ at, client, clock, length }: Run): [number, number, number][] {
		const own = this.#ofClient(client);
		const found: [number, number, number][] = [];
		for (let nth = lastAtMost(own, clock, clockOf); nth < own.length; nth += 1) {
			const run = own[nth];
			if (!run || run.clock >= clock + length) break;
			const start = Math.max(run.clock, clock);
			const size = Math.min(run.clock + run.length, clock + length) - start;
			if (size > 0) found.push([run.at + start - run.clock, at + start - clock, size]);
		}
		return found;
	}

	#ofClient(client: number): readonly Run[] {
		this.#byClient ??= Map.groupBy(
			[...this.runs].sort((one, other) => one.clock - other.clock),
			(run) => run.client
		);
		return this.#byClient.get(client) ?? [];
	}

	/** What stands between a sign and the one before. */
	#gap(sign: number): Gap {
		const [before, after] = [this.#places[sign - 1] ?? 0, this.#places[sign] ?? 0];
		return { before, after, spaced: after > before + 1 };
	}

	#isEnd({ before, after }: Gap): boolean {
		const end = this.#ends[firstAtLeast(this.#ends, before + 1)];
		return end !== undefined && end <= after;
	}
}

type Gap = { before: number; after: number; spaced: boolean };

const atOf = (run: Run) => run.at;
const clockOf = (run: Run) => run.clock;

/** Whether this is the second half of a pair of surrogates. */
function isSecond(characters: string, at: number): boolean {
	return at > 0 && (characters.codePointAt(at - 1) ?? 0) > 0xffff;
}

function placesOf(characters: string, count: number): Uint32Array {
	const places = new Uint32Array(count);
	let sign = 0;
	for (const { 0: word, index } of characters.matchAll(/\S+/gu)) {
		for (let nth = 0; nth < word.length; nth += 1) places[sign + nth] = index + nth;
		sign += word.length;
	}
	return places;
}

/** How many come before the first that is at least this; they are sorted. */
function firstAtLeast(sorted: ArrayLike<number>, least: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The last that begins at or before this, or the first of all. */
function lastAtMost(sorted: readonly Run[], most: number, of: (run: Run) => number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		const run = sorted[middle];
		if (run && of(run) <= most) low = middle + 1;
		else high = middle;
	}
	return Math.max(0, low - 1);
}
