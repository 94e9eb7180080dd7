import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyChange } from '#tests/domain/edits.ts';
import { textOfLines } from '#tests/domain/lines.ts';
import { differenceOf } from '../merge/difference.ts';
import { contentSchema } from '../schema.ts';
import { decided } from './decided.ts';
import { hunksOf, type Hunk, type Place } from './hunks.ts';
import { runsOf, withRuns } from './runs.ts';

const anySuggestion = anyChange(6).map(({ before, after }) => ({ base: before, suggested: after }));

const all = () => true;
const none = () => false;
const isSame = (one: Node, other: Node) => differenceOf(one, other).hunks === 0;
/** Texts can fall apart in ever new hunks; none comes near this. */
const HUNKS_MAX = 300;
const ROUNDS = 40;

function textAt(doc: Node, places: readonly Place[]): string {
	const texts = places.map(({ from, to }) => doc.textBetween(from, to));
	return texts.join('').replaceAll('\n', '');
}

describe('what somebody suggests', () => {
	test('is the text when nothing of it is taken, and theirs when all is', () => {
		fc.assert(
			fc.property(anySuggestion, ({ base, suggested }) => {
				expect(decided(base, suggested, none).eq(base)).toBe(true);
				expect(isSame(decided(base, suggested, all), suggested)).toBe(true);
			}),
			{ numRuns: ROUNDS }
		);
	});

	test('can be accepted hunk by hunk in any order: each time a valid text, and theirs in the end', () => {
		fc.assert(
			fc.property(anySuggestion, fc.infiniteStream(fc.nat()), ({ base, suggested }, picks) => {
				let text = base;
				for (let taken = 0; taken < HUNKS_MAX; taken += 1) {
					const left = hunksOf(text, suggested);
					if (left.length === 0) break;
					const { key } = left[Number(picks.next().value) % left.length]!;
					text = decided(text, suggested, (hunk) => hunk.key === key);
					text.check();
				}
				expect(isSame(text, suggested)).toBe(true);
			}),
			{ numRuns: ROUNDS / 2 }
		);
	});

	test('can be rejected hunk by hunk in any order: each time a valid text, and the base in the end', () => {
		fc.assert(
			fc.property(anySuggestion, fc.infiniteStream(fc.nat()), ({ base, suggested }, picks) => {
				let wanted = suggested;
				for (let taken = 0; taken < HUNKS_MAX; taken += 1) {
					const left = hunksOf(base, wanted);
					if (left.length === 0) break;
					const { key } = left[Number(picks.next().value) % left.length]!;
					wanted = decided(base, wanted, (hunk) => hunk.key !== key);
					wanted.check();
				}
				expect(isSame(base, wanted)).toBe(true);
			}),
			{ numRuns: ROUNDS / 2 }
		);
	});

	test('is kept in runs of blocks, from which the same comes again', () => {
		fc.assert(
			fc.property(anySuggestion, ({ base, suggested }) => {
				const runs = runsOf(base, suggested);
				expect(isSame(withRuns(base, runs), suggested)).toBe(true);
				for (const [nth, run] of runs.entries()) {
					if (nth > 0) expect(run.from).toBeGreaterThan(runs[nth - 1]!.to);
				}
			}),
			{ numRuns: ROUNDS }
		);
	});

	test('is refused where the runs are of another text', () => {
		const base = textOfLines('een');
		expect(() => withRuns(base, [{ from: 1, to: 3, blocks: [] }])).toThrow(RangeError);
	});
});

describe('a hunk', () => {
	test('is where its words are, in both texts', () => {
		const words = (hunk: Hunk, side: 'before' | 'after') => hunk[side].replaceAll('\n', '');
		fc.assert(
			fc.property(anySuggestion, ({ base, suggested }) => {
				for (const hunk of hunksOf(base, suggested)) {
					for (const places of [hunk.inBase, hunk.inSuggested]) {
						expect(places.length).toBeGreaterThan(0);
						for (const { from, to } of places) expect(from).toBeLessThanOrEqual(to);
					}
					if (hunk.does === 'blocks') continue;
					expect(textAt(base, hunk.inBase)).toBe(words(hunk, 'before'));
					expect(textAt(suggested, hunk.inSuggested)).toBe(words(hunk, 'after'));
				}
			}),
			{ numRuns: ROUNDS }
		);
	});

	test('never cuts a character that takes two places', () => {
		const [hunk] = hunksOf(textOfLines('een 👩‍👩‍👧 hier'), textOfLines('een 👩‍👩‍👦 hier'));
		expect(hunk).toMatchObject({ does: 'replace', before: '👩‍👩‍👧', after: '👩‍👩‍👦' });
		expect(hunk!.inBase).toEqual([{ from: 5, to: 5 + '👩‍👩‍👧'.length }]);
	});

	test.each([
		['insert', ['Wij praten.'], ['Wij praten samen.'], '', ' samen'],
		['delete', ['Wij praten samen.'], ['Wij praten.'], ' samen', ''],
		['replace', ['Wij praten.'], ['Wij zwijgen.'], 'prat', 'zwijg'],
		['replace', ['Wij praten.'], ['Wij vroegen.'], 'prat', 'vroeg'],
		['insert', ['Wij praten.'], ['Wij praten.', 'En dan?'], '', 'En dan?'],
		['blocks', ['Wij praten. En dan?'], ['Wij praten.', ' En dan?'], '', '\n']
	])('says what it does: %s', (does, before, after, gone, come) => {
		const hunks = hunksOf(textOfLines(...before), textOfLines(...after));
		expect(hunks).toMatchObject([{ does, before: gone, after: come }]);
	});

	test('says which kinds of formatting and of blocks change', () => {
		const heading = {
			type: 'heading',
			attrs: { level: 2 },
			content: [{ type: 'text', text: 'Nu' }]
		};
		const bold = {
			type: 'paragraph',
			content: [{ type: 'text', text: 'Dan', marks: [{ type: 'bold' }] }]
		};
		const suggested = contentSchema.nodeFromJSON({ type: 'doc', content: [heading, bold] });
		expect(hunksOf(textOfLines('Nu', 'Dan'), suggested)).toMatchObject([
			{ does: 'blocks', kinds: { before: ['paragraph'], after: ['heading'] } },
			{ does: 'format', before: 'Dan', after: 'Dan', kinds: { before: [], after: ['bold'] } }
		]);
	});

	test('has the same key as long as it and what stands beside it are the same', () => {
		const base = textOfLines('Het begin van deze tekst.', 'Wij praten hier.', 'Nog iets anders.');
		const suggested = textOfLines(
			'Het begin van deze tekst.',
			'Wij zwijgen hier.',
			'Nog iets anders.'
		);
		const elsewhere = textOfLines('Een begin van deze tekst.', 'Wij praten hier.', 'Iets anders.');
		const both = textOfLines('Een begin van deze tekst.', 'Wij zwijgen hier.', 'Iets anders.');
		const [key] = hunksOf(base, suggested).map((hunk) => hunk.key);
		expect(hunksOf(elsewhere, both).map((hunk) => hunk.key)).toEqual([key]);
		const other = textOfLines(
			'Het begin van deze tekst.',
			'Wij fluisteren hier.',
			'Nog iets anders.'
		);
		expect(hunksOf(base, other)[0]!.key).not.toBe(key);
	});

	test('is another one when the same words are suggested in another place', () => {
		const base = textOfLines('Dat is waar, en dat is goed.');
		const [one] = hunksOf(base, textOfLines('Dat is niet waar, en dat is goed.'));
		const [other] = hunksOf(base, textOfLines('Dat is waar, en dat is niet goed.'));
		expect([one!.after.trim(), other!.after.trim()]).toEqual(['niet', 'niet']);
		expect(one!.key).not.toBe(other!.key);
	});

	test('has a key of its own, also when others are just like it', () => {
		fc.assert(
			fc.property(anySuggestion, ({ base, suggested }) => {
				const keys = hunksOf(base, suggested).map(({ key }) => key);
				expect(new Set(keys).size).toBe(keys.length);
			}),
			{ numRuns: ROUNDS }
		);
		const twins = hunksOf(textOfLines('aa bb', 'aa bb'), textOfLines('aa cc', 'aa cc'));
		expect(new Set(twins.map(({ key }) => key)).size).toBe(2);
	});
});
