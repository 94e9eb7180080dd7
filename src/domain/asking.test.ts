import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginsAs, isForEditorsFirst, opensWhenClear, questionIn, WORDS_MAX } from './asking.ts';
import { TITLE_MAX } from './line.ts';
import { SENSITIVITIES } from './sensitivity.ts';
import { STATES } from './states.ts';

test('words that are one sentence become the title, and nothing is said twice', () => {
	expect(questionIn(' Wie komt er\n na het eten? ')).toEqual({
		title: 'Wie komt er na het eten?',
		words: ''
	});
	expect(questionIn('wie er na het eten komt')).toEqual({
		title: 'wie er na het eten komt',
		words: ''
	});
});

test('of more words the first sentence is the title, and all of them stay', () => {
	const words = 'Wie komt er na het eten? Overdag is er bezoek.\nDaarna niemand.';
	expect(questionIn(words)).toEqual({ title: 'Wie komt er na het eten?', words });
});

test('a title fits and is never cut within a word, whatever was selected', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 3000 }), (selected) => {
			const { title, words } = questionIn(selected);
			expect(title.length).toBeLessThanOrEqual(TITLE_MAX);
			expect(words.length).toBeLessThanOrEqual(WORDS_MAX);
			expect(title).not.toMatch(/[\n\r]/);
			if (selected.trim() === '') expect(title).toBe('');
		})
	);
	const long = questionIn('lang '.repeat(100)).title;
	expect(long).toMatch(/^(lang )+lang…$/);
});

test('what few may read begins as a question that few may read, and a vault keeps everything in', () => {
	for (const origin of [
		{ kind: 'study', state: 'draft' },
		{ kind: 'case', state: 'final' }
	] as const) {
		const begun = SENSITIVITIES.map((each) => [each, beginsAs({ ...origin, sensitivity: each })]);
		expect(Object.fromEntries(begun)).toEqual({
			open: 'werkplaats',
			werkplaats: 'werkplaats',
			restricted: 'restricted',
			vault: null
		});
	}
});

test('what comes from a case that is not released is for editors first, however many read the case', () => {
	const released = STATES.filter((state) => {
		const origin = { kind: 'case', state, sensitivity: 'open' } as const;
		expect(beginsAs(origin)).toBe(isForEditorsFirst(origin) ? 'restricted' : 'werkplaats');
		return !isForEditorsFirst(origin);
	});
	expect(released).toEqual(['final', 'published']);
	expect(isForEditorsFirst({ kind: 'study', state: 'draft', sensitivity: 'open' })).toBe(false);
});

test('clear opens what waited for editors, and not what few may read by itself', () => {
	expect(opensWhenClear({ linkId: null, editorsFirst: true }, 'restricted')).toBe(true);
	expect(opensWhenClear({ linkId: 'a', editorsFirst: false }, 'restricted')).toBe(true);
	expect(opensWhenClear({ linkId: null, editorsFirst: false }, 'restricted')).toBe(false);
	expect(opensWhenClear({ linkId: 'a', editorsFirst: true }, 'vault')).toBe(false);
	const few = { kind: 'case', state: 'draft', sensitivity: 'restricted' } as const;
	expect(isForEditorsFirst(few)).toBe(false);
});
