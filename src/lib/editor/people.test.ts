import { expect, test } from 'vitest';
import { peopleHere } from './people.ts';

const samira = {
	id: 's',
	name: 'Samira el Idrissi',
	hue: 2,
	function: 'researcher',
	organisation: 'Saxion'
};
const anne = { id: 'a', name: 'Anne Klaver' };

test('a person with two pages is there once', () => {
	const states = new Map([
		[1, { user: samira }],
		[2, { user: samira, cursor: { anchor: 1 } }]
	]);
	expect(peopleHere(states, 'a')).toEqual([
		{ ...samira, clients: [1, 2], inText: true, self: false }
	]);
});

test('oneself comes last, whatever the name', () => {
	const states = new Map([
		[1, { user: anne }],
		[2, { user: samira }]
	]);
	expect(peopleHere(states, 'a').map(({ name }) => name)).toEqual([samira.name, anne.name]);
});

test('what is no person is left out', () => {
	const states = new Map<number, Record<string, unknown>>([
		[1, {}],
		[2, { user: { name: 'x' } }],
		[3, { user: { id: 'x', name: '' } }]
	]);
	expect(peopleHere(states, 'a')).toEqual([]);
});

test('what the server did not tell, or a newer one told, falls back', () => {
	const states = new Map([
		[1, { user: { ...samira, hue: 9, function: 'wizard', organisation: 3 } }]
	]);
	expect(peopleHere(states, 'a')).toMatchObject([{ function: null, organisation: null }]);
	expect([1, 2, 3, 4]).toContain(peopleHere(states, 'a')[0]?.hue);
});
