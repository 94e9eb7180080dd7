import { WORD } from './content/text.ts';

/** Words by one person; null is the server itself: what a text began with. */
export type WrittenByOne = { person: string | null; text: string };

/**
 * How many words of a text each person wrote, of who wrote any. A word that several wrote counts for who wrote most of
 * it, and for the first of them when they wrote as much. What the server wrote counts for nobody.
 */
export function wordsPerPerson(runs: readonly WrittenByOne[]): Map<string, number> {
	const text = runs.map((run) => run.text).join('');
	/** Who wrote each letter. */
	const whose = runs.flatMap((run) => new Array<string | null>(run.text.length).fill(run.person));
	const words = new Map<string, number>();
	for (const { index, 0: word } of text.matchAll(WORD)) {
		const person = mostOf(whose.slice(index, index + word.length));
		if (person !== null) words.set(person, (words.get(person) ?? 0) + 1);
	}
	return words;
}

/** Who is there most often; of several the first. */
function mostOf(whose: readonly (string | null)[]): string | null {
	const counts = new Map<string | null, number>();
	for (const person of whose) counts.set(person, (counts.get(person) ?? 0) + 1);
	const most = Math.max(...counts.values());
	return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/**
 * Whole per cents of the words, 100 together, or all 0 when there are no words. What is lost by cutting off goes
 * to whose share was cut off most: nobody is rounded past somebody who wrote more.
 */
export function sharesOf(words: ReadonlyMap<string, number>): Map<string, number> {
	const total = [...words.values()].reduce((sum, count) => sum + count, 0);
	if (total === 0) return new Map([...words.keys()].map((person) => [person, 0]));
	const cut = [...words].map(([person, count]) => ({
		person,
		share: Math.floor((count * 100) / total),
		rest: (count * 100) % total
	}));
	const left = 100 - cut.reduce((sum, { share }) => sum + share, 0);
	const rounded = cut.toSorted((a, b) => b.rest - a.rest).slice(0, left);
	return new Map(cut.map((each) => [each.person, each.share + (rounded.includes(each) ? 1 : 0)]));
}
