import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginsAs, questionIn, WORDS_MAX } from './asking.ts';
import { TITLE_MAX } from './line.ts';
import { SENSITIVITIES } from './sensitivity.ts';

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
	expect(Object.fromEntries(SENSITIVITIES.map((each) => [each, beginsAs(each)]))).toEqual({
		open: 'werkplaats',
		werkplaats: 'werkplaats',
		restricted: 'restricted',
		vault: null
	});
});
