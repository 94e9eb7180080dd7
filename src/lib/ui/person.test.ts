import { expect, test } from 'vitest';
import { initials, personHue } from './person.ts';

test('initials skip what stands between the first and the last name', () => {
	expect(initials('Samira el Idrissi')).toBe('SI');
	expect(initials('Joost ten Velde')).toBe('JV');
});

test('one name gives one letter, no name a question mark', () => {
	expect(initials('Gerda')).toBe('G');
	expect(initials('  ')).toBe('?');
});

test('a person keeps the same hue', () => {
	const id = '0199f3a2-7c1e-7000-8000-000000000001';
	expect(personHue(id)).toBe(personHue(id));
	expect([1, 2, 3, 4]).toContain(personHue(id));
});
