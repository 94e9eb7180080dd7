import { expect, test } from 'vitest';
import { Conflict } from './errors.ts';
import { moved, replaced, without } from './rows.ts';

const ROWS = ['a', 'b', 'c'].map((title) => ({ title }));
const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title).join('');
const seen = (at: number) => ({ at, named: ROWS[at]?.title ?? '' });

test('a row goes a place earlier or later, and no further than the ends', () => {
	expect(titles(moved(ROWS, seen(1), -1))).toBe('bac');
	expect(titles(moved(ROWS, seen(1), 1))).toBe('acb');
	expect(titles(moved(ROWS, seen(0), -1))).toBe('abc');
	expect(titles(moved(ROWS, seen(2), 1))).toBe('abc');
});

test('a row is put in the place of another, or taken away, and the rest stays', () => {
	expect(titles(replaced(ROWS, seen(1), { title: 'x' }))).toBe('axc');
	expect(titles(without(ROWS, seen(0)))).toBe('bc');
	expect(titles(ROWS)).toBe('abc');
});

test('where another row stands now, nothing is done', () => {
	for (const stale of [
		{ at: 0, named: 'b' },
		{ at: 3, named: 'c' },
		{ at: -1, named: 'c' }
	]) {
		expect(() => moved(ROWS, stale, 1)).toThrow(Conflict);
		expect(() => replaced(ROWS, stale, { title: 'x' })).toThrow(Conflict);
		expect(() => without(ROWS, stale)).toThrow(Conflict);
	}
});
