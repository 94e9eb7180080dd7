import type { Node } from '@tiptap/pm/model';
import { align, NOWHERE } from './alignment.ts';
import { Builder } from './builder.ts';
import { isChanged } from './changed.ts';
import { documentOf, flatten } from './merge.ts';
import { wholeWords } from './whole-words.ts';
import { changedBlocks } from './spans.ts';
import type { Token } from './tokens.ts';

/** One token on the way from one text to another. `hunk` is the number of the change that it is part of. */
export type Row =
	| { does: 'keep'; before: Token; after: Token }
	| { does: 'change'; before: Token; after: Token; hunk: number }
	/** `stays`: a letter that was there, in a word that changes as a whole. */
	| { does: 'add'; after: Token; hunk: number; stays?: true }
	| { does: 'remove'; before: Token; hunk: number };

/** A run of the text: blocks that are the same in both, or tokens that are not. */
export type Passage = { blocks: readonly Node[] } | { rows: readonly Row[] };

/**
 * How one text became another, as numbered changes (hunks). Each hunk can be taken or left by itself: the
 * beginning and the end of what was wrapped, joined or split are in one.
 */
export type Difference = { passages: readonly Passage[]; hunks: number };

/** How `before` became `after`. */
export function differenceOf(before: Node, after: Node): Difference {
	const passages: Passage[] = [];
	let [same, hunks] = [0, 0];
	for (const { from, to } of changedBlocks(before, after)) {
		if (from[0] > same) passages.push({ blocks: before.children.slice(same, from[0]) });
		const rows = wholeWords(
			rowsOf(flatten(before.children.slice(...from)), flatten(after.children.slice(...to)))
		);
		const numbers = joined(rows);
		passages.push({
			rows: rows.map((row) => ('hunk' in row ? { ...row, hunk: hunks + numbers[row.hunk]! } : row))
		});
		hunks += new Set(numbers).size;
		same = from[1];
	}
	if (same < before.childCount) passages.push({ blocks: before.children.slice(same) });
	return { passages, hunks };
}

/** The text with only the chosen hunks: with none it is the one text, with all it is the other. */
export function applied({ passages }: Difference, isChosen: (hunk: number) => boolean): Node {
	return documentOf(
		passages.flatMap((passage) =>
			'blocks' in passage ? passage.blocks : blocksOf(passage.rows, isChosen)
		)
	);
}

function blocksOf(rows: readonly Row[], isChosen: (hunk: number) => boolean): Node[] {
	const builder = new Builder();
	for (const row of rows) {
		const chosen = 'hunk' in row && isChosen(row.hunk);
		if (row.does === 'add') {
			if (chosen) builder.add(row.after, [row.after]);
		} else if (row.does === 'remove') {
			if (!chosen) builder.add(row.before, [row.before]);
		} else builder.add(chosen ? row.after : row.before, [row.before, row.after]);
	}
	return builder.blocks();
}

/** The rows of two runs of tokens; what changes without a break is one change. */
function rowsOf(before: readonly Token[], after: readonly Token[]): Row[] {
	const places = align(before, after);
	const rows: Row[] = [];
	let [read, hunk] = [0, -1];
	/** The number for a row that changes: of the change before it, when it goes on. */
	const numbered = (goesOn: boolean) => (goesOn ? hunk : (hunk += 1));
	const edits = () => rows.at(-1)?.does === 'add' || rows.at(-1)?.does === 'remove';
	const addUntil = (end: number) => {
		for (const token of after.slice(read, end)) {
			rows.push({ does: 'add', after: token, hunk: numbered(edits()) });
		}
	};
	for (const [index, token] of before.entries()) {
		const place = places[index] ?? NOWHERE;
		const kept = after[place];
		if (!kept) {
			rows.push({ does: 'remove', before: token, hunk: numbered(edits()) });
			continue;
		}
		addUntil(place);
		read = place + 1;
		if (!isChanged(token, kept)) {
			rows.push({ does: 'keep', before: token, after: kept });
			continue;
		}
		const goesOn = token.is === 'character' && isChangedCharacter(rows.at(-1));
		rows.push({ does: 'change', before: token, after: kept, hunk: numbered(goesOn) });
	}
	addUntil(after.length);
	return rows;
}

function isChangedCharacter(row: Row | undefined): boolean {
	return row?.does === 'change' && row.before.is === 'character';
}

/**
 * For each change the number of its hunk: changes that add or remove the ends of the same nodes are one.
 * An end is of the same node as its other end, and as what it is in the other text.
 */
function joined(rows: readonly Row[]): number[] {
	const nodes = new Sets<Token>();
	for (const row of rows) {
		const tokens = [
			...('before' in row ? [row.before] : []),
			...('after' in row ? [row.after] : [])
		];
		for (const token of tokens) {
			nodes.join(tokens[0]!, token);
			if ('pair' in token) nodes.join(token, token.pair);
		}
	}
	const changes = new Sets<number>();
	const firstOf = new Map<Token, number>();
	for (const row of rows) {
		if (row.does !== 'add' && row.does !== 'remove') continue;
		const token = row.does === 'add' ? row.after : row.before;
		if (!('pair' in token)) continue;
		const node = nodes.of(token);
		changes.join(firstOf.get(node) ?? row.hunk, row.hunk);
		if (!firstOf.has(node)) firstOf.set(node, row.hunk);
	}
	const numbers = new Map<number, number>();
	const found: number[] = [];
	for (const row of rows) {
		if (!('hunk' in row)) continue;
		const first = changes.of(row.hunk);
		if (!numbers.has(first)) numbers.set(first, numbers.size);
		found[row.hunk] = numbers.get(first)!;
	}
	return found;
}

/** Things that belong together, each set known by one of them. */
class Sets<Thing> {
	readonly #parents = new Map<Thing, Thing>();

	of(thing: Thing): Thing {
		let root = thing;
		for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root))
			root = up;
		// The next time it is one step.
		if (root !== thing) this.#parents.set(thing, root);
		return root;
	}

	join(one: Thing, other: Thing): void {
		const [a, b] = [this.of(one), this.of(other)];
		if (a !== b) this.#parents.set(b, a);
	}
}
