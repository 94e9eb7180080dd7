import { expect, test } from 'vitest';
import { HUES, hueBeside, personHue, type Hue } from './hue.ts';

test('a person has one hue by themselves', () => {
	expect(HUES).toContain(personHue('samira'));
	expect(personHue('samira')).toBe(personHue('samira'));
	expect(hueBeside('samira', [])).toBe(personHue('samira'));
});

test('four people who write together have four hues, and a fifth shares one', () => {
	const hues: Hue[] = [];
	for (const id of ['a', 'e', 'i', 'm', 'q']) hues.push(hueBeside(id, hues));
	expect(new Set(hues.slice(0, 4)).size).toBe(4);
	expect(HUES).toContain(hues[4]);
});
