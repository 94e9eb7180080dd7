import { describe, expect, test } from 'vitest';
import { dueInWords } from './due.ts';

const NOW = new Date('2026-12-01T12:00:00Z');
const after = (milliseconds: number) => dueInWords(new Date(NOW.getTime() + milliseconds), NOW);
const HOUR = 3_600_000;

describe('until when there is time', () => {
	test('is said with the day and the hour as they are in the Netherlands', () => {
		expect(dueInWords(new Date('2026-12-04T16:00:00Z'), NOW)).toBe(
			'nog 3 dagen, tot vrijdag 4 december 17:00'
		);
	});

	test('is never said to be more than it is', () => {
		expect(after(47.9 * HOUR)).toMatch(/^nog 1 dag,/);
		expect(after(23.9 * HOUR)).toMatch(/^nog 23 uur,/);
		expect(after(1.9 * HOUR)).toMatch(/^nog 1 uur,/);
		expect(after(0.5 * HOUR)).toMatch(/^nog 30 minuten,/);
	});

	test('is over from the moment after it', () => {
		expect(after(0)).toMatch(/^nog 0 minuten,/);
		expect(after(-1)).toMatch(/^de tijd is om sinds/);
	});

	test('may be never', () => {
		expect(dueInWords(null, NOW)).toBe('zonder einddatum');
	});
});
