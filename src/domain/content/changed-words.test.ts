import { expect, test } from 'vitest';
import { inWholeWords } from './changed-words.ts';

const keep = (text: string) => ({ fate: 'keep', text }) as const;
const add = (text: string) => ({ fate: 'add', text }) as const;
const remove = (text: string) => ({ fate: 'remove', text }) as const;

test('a word of which letters changed is shown as it was and as it became', () => {
	const letters = [keep('Neem een '), remove('sch'), add('p'), keep('a'), add('n soep')];
	expect(inWholeWords([...letters, remove('ar'), keep(' mee.')])).toEqual([
		...[keep('Neem een '), remove('schaar'), add('pan soep'), keep(' mee.')]
	]);
});

test('what was added beside a word leaves it alone', () => {
	const runs = [keep('Bewoner'), add(' en buur'), keep('.')];
	expect(inWholeWords(runs)).toEqual(runs);
});
