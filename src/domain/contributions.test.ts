import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WORD } from './content/text.ts';
import { sharesOf, wordsPerPerson, type WrittenByOne } from './contributions.ts';

const by = (person: string | null, text: string): WrittenByOne => ({ person, text });
const counted = (...runs: WrittenByOne[]) => Object.fromEntries(wordsPerPerson(runs));
const shared = (words: Record<string, number>) =>
	Object.fromEntries(sharesOf(new Map(Object.entries(words))));

describe('words per person', () => {
	test('are the words that somebody wrote, in how many pieces they may stand', () => {
		const runs = [by('Noor', 'Zij vertelt '), by('Sam', 'rustig '), by('Noor', 'haar verhaal.')];
		expect(counted(...runs)).toEqual({ Noor: 4, Sam: 1 });
	});

	test('are counted as everywhere: what hangs together is one word, signs are none', () => {
		expect(counted(by('Noor', 'Zo’n Wmo-arts … 1.5 uur — klaar!'))).toEqual({ Noor: 5 });
	});

	test('of a word that two wrote go to who wrote most of it', () => {
		expect(counted(by('Noor', 'samen'), by('Sam', 'werking'))).toEqual({ Sam: 1 });
		expect(counted(by('Noor', 'over'), by('Sam', 'l'), by('Noor', 'eg'))).toEqual({ Noor: 1 });
		// In pieces, but more together.
		const runs = [by('Noor', 'aa'), by('Sam', 'bbb'), by('Noor', 'aa')];
		expect(counted(...runs)).toEqual({ Noor: 1 });
	});

	test('of a word that two wrote as much of go to who began it', () => {
		expect(counted(by('Noor', 'huis'), by('Sam', 'arts'))).toEqual({ Noor: 1 });
		expect(counted(by('Sam', 'huis'), by('Noor', 'arts'))).toEqual({ Sam: 1 });
	});

	test('of the server itself are nobody’s, also when somebody mended a letter in one', () => {
		expect(counted(by(null, 'Wat neem je mee?\n'), by('Noor', 'Veel.'))).toEqual({ Noor: 1 });
		expect(counted(by(null, 'Wat neem jul'), by('Noor', 'l'), by(null, 'ie mee?'))).toEqual({});
		expect(counted(by(null, 'be'), by('Noor', 'grijpen'))).toEqual({ Noor: 1 });
	});

	test('of nothing, and of signs alone, are none', () => {
		expect(counted()).toEqual({});
		expect(counted(by('Noor', ''), by('Sam', ' … \n'))).toEqual({});
	});

	const anyText = fc.oneof(
		fc.string({ maxLength: 8 }),
		fc.string({ unit: 'grapheme', maxLength: 8 }),
		fc.constantFrom('een woord', ' twee woorden ', 'lang-', '’n', '\n', 'é')
	);
	const anyRuns = (people: readonly (string | null)[]) =>
		fc.array(fc.record({ person: fc.constantFrom(...people), text: anyText }), { maxLength: 12 });
	const wordsIn = (runs: WrittenByOne[]) =>
		runs
			.map(({ text }) => text)
			.join('')
			.match(WORD)?.length ?? 0;
	const sum = (words: Map<string, number>) => [...words.values()].reduce((all, n) => all + n, 0);

	test('are together the words of the text, when people wrote all of it', () => {
		fc.assert(
			fc.property(anyRuns(['Noor', 'Sam', 'Bo']), (runs) => {
				expect(sum(wordsPerPerson(runs))).toBe(wordsIn(runs));
			})
		);
	});

	test('are together the words that people wrote, when the server wrote too', () => {
		fc.assert(
			fc.property(anyRuns(['Noor', 'Sam', null]), (runs) => {
				// The server as one of the people: what it gets then is what is left out.
				const named = runs.map(({ person, text }) => ({ person: person ?? 'server', text }));
				const own = wordsPerPerson(named).get('server') ?? 0;
				const words = wordsPerPerson(runs);
				expect(sum(words)).toBe(wordsIn(runs) - own);
				expect(words.has('server')).toBe(false);
			})
		);
	});

	test('do not depend on the pieces in which a person wrote them', () => {
		fc.assert(
			fc.property(anyRuns(['Noor', 'Sam', null]), (runs) => {
				const letters = runs.flatMap(({ person, text }) =>
					[...text].map((letter) => ({ person, text: letter }))
				);
				expect(wordsPerPerson(letters)).toEqual(wordsPerPerson(runs));
			})
		);
	});
});

describe('shares', () => {
	test('are whole per cents that add up to 100', () => {
		expect(shared({ Noor: 1, Sam: 1, Bo: 1 })).toEqual({ Noor: 34, Sam: 33, Bo: 33 });
		expect(shared({ Noor: 2, Sam: 1 })).toEqual({ Noor: 67, Sam: 33 });
		expect(shared({ Noor: 10 })).toEqual({ Noor: 100 });
		expect(shared({ Noor: 995, Sam: 3, Bo: 2 })).toEqual({ Noor: 100, Sam: 0, Bo: 0 });
	});

	test('are 0 for who wrote nothing, and for everybody when nobody wrote', () => {
		expect(shared({ Noor: 4, Sam: 0 })).toEqual({ Noor: 100, Sam: 0 });
		expect(shared({ Noor: 0, Sam: 0 })).toEqual({ Noor: 0, Sam: 0 });
		expect(shared({})).toEqual({});
	});

	test('are less than one per cent off, and go up with the words', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 30 }), (counts) => {
				const words = new Map(counts.map((count, nth) => [`person ${nth}`, count]));
				const total = counts.reduce((all, count) => all + count, 0);
				const shares = sharesOf(words);
				expect([...shares.keys()]).toEqual([...words.keys()]);
				expect([...shares.values()].reduce((all, share) => all + share, 0)).toBe(
					total === 0 ? 0 : 100
				);
				for (const [person, count] of words) {
					const exact = total === 0 ? 0 : (count * 100) / total;
					expect(Math.abs(shares.get(person)! - exact)).toBeLessThan(1);
					for (const [other, fewer] of words) {
						if (fewer >= count) continue;
						expect(shares.get(other)!).toBeLessThanOrEqual(shares.get(person)!);
					}
				}
			})
		);
	});
});
