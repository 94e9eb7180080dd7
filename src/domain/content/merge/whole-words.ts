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
		if (end > at && changesWord(made.at(-1)) && changesWord(rows[end])) {
			const hunk = hunkOf(made.at(-1)!);
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

function changesWord(row: Row | undefined): boolean {
	if (row?.does === 'add') return continuesWord(row.after);
	return row?.does === 'remove' && continuesWord(row.before);
}

function hunkOf(row: Row): number {
	return 'hunk' in row ? row.hunk : -1;
}
