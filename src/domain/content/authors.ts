import type { Node } from '@tiptap/pm/model';
import type { AuthorRun } from '../versions.ts';
import { differenceOf, type Row } from './merge/difference.ts';

/** Shorter than this, the same words in a line that was edited can be there by chance. */
const CHANCE_MAX = 16;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Who wrote which characters of a text, given who wrote those of the text before it. `by` is what Yjs says of the
 * text: that is right for what was typed, and wrong where an editor copied words, as it does when it splits or wraps a
 * paragraph. So words that stayed beside each other stay whose they were.
 */
export function authorsAfter(
	before: Node,
	authorsBefore: readonly AuthorRun[],
	after: Node,
	by: readonly AuthorRun[]
): AuthorRun[] {
	const known = spread(authorsBefore);
	const whose = spread(by);
	let [from, to] = [0, 0];
	const keep = (length: number) => {
		for (let i = 0; i < length; i += 1) whose[to + i] = known[from + i] ?? null;
	};
	const pass = (length: number) => {
		from += length;
		to += length;
	};
	for (const passage of differenceOf(before, after).passages) {
		if ('blocks' in passage) {
			const length = passage.blocks.reduce((sum, block) => sum + lengthOf(block), 0);
			keep(length);
			pass(length);
			continue;
		}
		for (const stretch of stretchesOf(passage.rows)) {
			from += stretch.removed;
			to += stretch.added;
			const [start, end] = stretch.stays;
			pass(start);
			keep(end - start);
			pass(stretch.length - start);
		}
	}
	return gathered(whose.slice(0, lengthOf(after)));
}

/** Characters that were taken out and put in, and after them those that are in both. */
type Stretch = {
	removed: number;
	added: number;
	length: number;
	/** Of the last, those that stayed there as words. */
	stays: [start: number, end: number];
};

/** What is kept is one stretch across ends of blocks, as long as no character comes or goes. */
function stretchesOf(rows: readonly Row[]): Stretch[] {
	const stretches: Stretch[] = [];
	let [removed, added, kept] = [0, 0, ''];
	let isEdited = false;
	const end = (isEditedHere: boolean) => {
		const stays = staying(kept, isEdited, isEditedHere);
		stretches.push({ removed, added, length: kept.length, stays });
		[removed, added, kept] = [0, 0, ''];
		isEdited = isEditedHere;
	};
	for (const row of rows) {
		const token = 'after' in row ? row.after : row.before;
		if (token.is !== 'character') continue;
		const isKept = row.does === 'keep' || row.does === 'change';
		if (isKept) {
			kept += token.text;
			continue;
		}
		if (kept) end(true);
		isEdited = true;
		if (row.does === 'add') added += token.text.length;
		else removed += token.text.length;
	}
	end(false);
	return stretches;
}

/** Of what was kept the whole words: a letter that is in both words is no sign that one became the other. */
function staying(kept: string, isEditedBefore: boolean, isEditedAfter: boolean): [number, number] {
	let [start, end] = [0, kept.length];
	if (isEditedBefore && isEditedAfter && end < CHANCE_MAX) return [0, 0];
	if (isEditedBefore) while (start < end && isWord(kept, start)) start += 1;
	if (isEditedAfter) while (end > start && isWord(kept, end - 1)) end -= 1;
	return [start, end];
}

function isWord(text: string, at: number): boolean {
	return WORD.test(text[at] ?? '');
}

function lengthOf(node: Node): number {
	if (node.isText) return node.text?.length ?? 0;
	return node.children.reduce((sum, child) => sum + lengthOf(child), 0);
}

/** Of each character its author. */
function spread(runs: readonly AuthorRun[]): (string | null)[] {
	return runs.flatMap(({ person, length }) => new Array<string | null>(length).fill(person));
}

function gathered(whose: readonly (string | null)[]): AuthorRun[] {
	const runs: AuthorRun[] = [];
	for (const person of whose) {
		const last = runs.at(-1);
		if (last?.person === person) last.length += 1;
		else runs.push({ person, length: 1 });
	}
	return runs;
}
