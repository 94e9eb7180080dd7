import type { AuthorRun } from '../versions.ts';
import { Authors } from './authors-in-turn.ts';
import type { Content } from './schema.ts';

/** Words in the order in which they stand, each run written by one; null is the server itself. */
export type WrittenRun = { person: string | null; text: string };

/**
 * Who wrote what of a text. Between two blocks or lines is a new line, of who wrote last before it. Stated sources
 * of quotes are nobody's.
 */
export function writtenRuns(content: Content, authors: readonly AuthorRun[]): WrittenRun[] {
	const runs: WrittenRun[] = [];
	const inTurn = new Authors(authors);
	let isNewLine = false;
	const read = (node: Content) => {
		if (node.type !== 'text') {
			isNewLine = true;
			for (const child of node.content ?? []) read(child);
			isNewLine = true;
			return;
		}
		const last = runs.at(-1);
		if (isNewLine && last && node.text) last.text += '\n';
		isNewLine = false;
		for (const { person, length, at } of inTurn.runs(node.text?.length ?? 0)) {
			add(runs, person, (node.text ?? '').slice(at, at + length));
		}
	};
	read(content);
	return runs;
}

function add(runs: WrittenRun[], person: string | null, text: string): void {
	const last = runs.at(-1);
	if (last?.person === person) last.text += text;
	else runs.push({ person, text });
}
