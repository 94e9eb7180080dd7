import type { WerkplaatsFunction } from './functions.ts';
import { oneLine } from './line.ts';
import type { CommentBody } from './threads.ts';

/** As much as one reads at a glance. */
const LINE_MAX = 140;

/** How whom they call is named. */
export type LineNames = { person(id: string): string; function(as: WerkplaatsFunction): string };

/** What somebody said, on one line, with the names of whom they call. */
export function commentLine(body: CommentBody, names: LineNames): string {
	const said = body.map((piece) => {
		if ('text' in piece) return piece.text;
		return `@${'person' in piece ? names.person(piece.person) : names.function(piece.function)}`;
	});
	const line = oneLine(said.join(''));
	if (line.length <= LINE_MAX) return line;
	const cut = line.slice(0, LINE_MAX);
	// Not in the middle of a word, nor of a character of two halves.
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LINE_MAX / 2)).toWellFormed()}…`;
}
