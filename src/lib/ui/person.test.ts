import { expect, test } from 'vitest';
import { initials } from './person.ts';

test('initials skip what stands between the first and the last name', () => {
	expect(initials('Samira el Idrissi')).toBe('SI');
	expect(initials('Joost ten Velde')).toBe('JV');
});

test('one name gives one letter, no name a question mark', () => {
	expect(initials('Gerda')).toBe('G');
	expect(initials('  ')).toBe('?');
});
