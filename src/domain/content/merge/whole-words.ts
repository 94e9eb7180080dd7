import { continuesWord } from './alignment.ts';
import type { Row } from './difference.ts';

/**
 * What changes of one word is one change: `praat` and `vraagt` have letters in common, and nobody decides on what is
 * between those. Letters that stay between two changes of a word go and come back with them.
 */
export function wholeWords(rows: readonly Row[]): Row[] {
	const made: Row[] = [];
	/** By how much the numbers of changes went down. */
	let fewer = 0;
	for (let at = 0; at < rows.length;) {
		const end = keptUntil(rows, at);
		if (end > at && changesWord(changeBefore(made)) && changesWord(changeFrom(rows, end))) {
			const hunk = hunkOf(made.at(-1));
			for (const row of rows.slice(at, end)) {
				if (row.does !== 'keep') continue;
				made.push({ does: 'remove', before: row.before, hunk });
				made.push({ does: 'add', after: row.after, hunk, stays: true });
			}
			fewer += 1;
			at = end;
			continue;
		}
		const row = rows[at]!;
		made.push('hunk' in row ? { ...row, hunk: row.hunk - fewer } : row);
		at += 1;
	}
	return made;
}

/** Where letters of a word that stay, from a place on, end. */
function keptUntil(rows: readonly Row[], start: number): number {
	let end = start;
	for (let row = rows[end]; row?.does === 'keep' && continuesWord(row.before);) row = rows[++end];
	return end;
}

/**
 * Whether a change, told from the letter beside it, takes or gives a letter of the same word. Either is enough: where
 * `ging` becomes `haalde ik`, what is added before the `i` ends in a space, but the `g` that went was of its word.
 */
function changesWord(change: Iterable<Row>): boolean {
	const met = new Set<Row['does']>();
	for (const row of change) {
		if (met.has(row.does)) continue;
		met.add(row.does);
		if (row.does === 'add' && continuesWord(row.after)) return true;
		if (row.does === 'remove' && continuesWord(row.before)) return true;
	}
	return false;
}

/** The rows of the change that ends there, from its last one back. */
function* changeBefore(rows: readonly Row[]): Generator<Row> {
	const hunk = hunkOf(rows.at(-1));
	if (hunk < 0) return;
	for (let at = rows.length - 1; at >= 0 && hunkOf(rows[at]) === hunk; at -= 1) yield rows[at]!;
}

/** The rows of the change that begins at a place. */
function* changeFrom(rows: readonly Row[], start: number): Generator<Row> {
	const hunk = hunkOf(rows[start]);
	if (hunk < 0) return;
	for (let at = start; at < rows.length && hunkOf(rows[at]) === hunk; at += 1) yield rows[at]!;
}

/** The number of its change; none for what stays. */
function hunkOf(row: Row | undefined): number {
	return row && 'hunk' in row ? row.hunk : -1;
}
