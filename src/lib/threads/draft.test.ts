import { expect, test } from 'vitest';
import { bodyOf, callingAt, draftOf, EMPTY_DRAFT, unableToRead, withCalled } from './draft.ts';

const jan = person('jan', 'Jan');
const janDeWit = person('wit', 'Jan de Wit');

function person(id: string, name: string, mayRead = true) {
	return { id, name, function: null, organisation: null, isSelf: false, mayRead };
}

test('who was chosen is called, and a name that was only typed is a word', () => {
	const called = { '@Jan': { person: jan } };
	expect(bodyOf({ words: 'Vraag @Jan of @Piet.', called })).toEqual([
		{ text: 'Vraag ' },
		{ person: 'jan' },
		{ text: ' of @Piet.' }
	]);
});

test('of two names of which one begins as the other, the longer is meant', () => {
	const called = { '@Jan': { person: jan }, '@Jan de Wit': { person: janDeWit } };
	expect(bodyOf({ words: '@Jan de Wit en @Jan', called })).toEqual([
		{ person: 'wit' },
		{ text: ' en ' },
		{ person: 'jan' }
	]);
});

test('what was said comes back to be written in as it was', () => {
	const body = [
		{ text: 'Dag ' },
		{ person: jan },
		{ text: ', en ' },
		{ function: 'lector' as const }
	];
	expect(bodyOf(draftOf(body))).toEqual([
		{ text: 'Dag ' },
		{ person: 'jan' },
		{ text: ', en ' },
		{ function: 'lector' }
	]);
});

test('a name is being typed from its @ to the caret, in one word or two', () => {
	expect(callingAt('Vraag @Sam', 10)).toEqual({ from: 6, query: 'Sam' });
	expect(callingAt('@', 1)).toEqual({ from: 0, query: '' });
	expect(callingAt('@Joost ten', 10)).toEqual({ from: 0, query: 'Joost ten' });
	expect(callingAt('naam@adres', 10)).toBeNull();
	expect(callingAt('@Samira vroeg het', 17)).toBeNull();
});

test('who is chosen stands in the place of what was typed', () => {
	const typed = { ...EMPTY_DRAFT, words: 'Vraag @ja morgen' };
	const { draft, caret } = withCalled(typed, { from: 6, to: 9 }, { person: jan });
	expect(draft.words).toBe('Vraag @Jan morgen');
	expect(caret).toBe(11);
	expect(bodyOf(draft)[1]).toEqual({ person: 'jan' });
});

test('one is warned of who is called and may not read along, until the name is taken out', () => {
	const called = { '@Jan': { person: person('jan', 'Jan', false) } };
	expect(unableToRead({ words: 'Dag @Jan', called })).toHaveLength(1);
	expect(unableToRead({ words: 'Dag', called })).toEqual([]);
});
