import { inWholeWords, type Fate, type Run } from './changed-words.ts';
import { differenceOf, type Row } from './merge/difference.ts';
import { flatten } from './merge/merge.ts';
import type { Token } from './merge/tokens.ts';
import { contentSchema, type Content } from './schema.ts';

/** What kind of line it is, for how it looks. */
export type LineKind = 'text' | 'heading' | 'item' | 'cell' | 'rule';

/**
 * A line of two texts as one. Its beginning can have another fate than its words: where a line was cut in two,
 * the second begins anew and keeps its words. `restyled`: the words are the same and look otherwise.
 */
export type ChangedLine = {
	kind: LineKind;
	begins: Fate;
	restyled: boolean;
	runs: Run[];
};

/** How one text became another, line by line, the same lines too: to read, not to apply. */
export function changedLines(before: Content, after: Content): ChangedLine[] {
	const [one, other] = [contentSchema.nodeFromJSON(before), contentSchema.nodeFromJSON(after)];
	const reader = new LineReader();
	for (const passage of differenceOf(one, other).passages) {
		const rows = 'rows' in passage ? passage.rows : flatten(passage.blocks).map(asKept);
		for (const row of rows) reader.read(row);
	}
	return reader.lines.map((line) => ({ ...line, runs: inWholeWords(line.runs) }));
}

const asKept = (token: Token): Row => ({ does: 'keep', before: token, after: token });

export function isChangedLine({ begins, restyled, runs }: ChangedLine): boolean {
	return begins !== 'keep' || restyled || runs.some(({ fate }) => fate !== 'keep');
}

/** Only what changed, each under the heading where it stands; and how many lines were left out between. */
export function aroundChanges(lines: readonly ChangedLine[]): (ChangedLine | { left: number })[] {
	const shown: (ChangedLine | { left: number })[] = [];
	let left: ChangedLine[] = [];
	const skip = (count: number) => count > 0 && shown.push({ left: count });
	for (const line of lines) {
		if (!isChangedLine(line)) {
			left.push(line);
			continue;
		}
		const heading = left.findLast(({ kind }) => kind === 'heading');
		const isShown = heading && line.kind !== 'heading';
		skip(left.length - (isShown ? 1 : 0));
		if (isShown) shown.push(heading);
		shown.push(line);
		left = [];
	}
	if (shown.length > 0) skip(left.length);
	return shown;
}

/** Reads rows of tokens in their order, and makes lines of them. */
class LineReader {
	readonly lines: ChangedLine[] = [];
	/** What stands open around the next token, in each text: every close finds its open on its own side. */
	readonly #around = { before: new Array<string>(), after: new Array<string>() };
	/** A list was made of paragraphs, or the other way: the words in it are the same. */
	#isWrapped = false;

	read(row: Row): void {
		const token = 'after' in row ? row.after : row.before;
		const fate = row.does === 'change' ? 'keep' : row.does;
		if (token.is === 'close') return this.#leave(row, token.kind);
		if (token.is === 'open') return this.#enter(row, token.kind, token.type.name, fate);
		const isRule = token.is === 'leaf' && token.type.name === 'horizontalRule';
		if (isRule) this.#begin('rule', fate, false);
		this.#add(fate, token.is === 'character' ? token.text : isRule ? '—' : '\n');
		const line = this.lines.at(-1);
		if (line && row.does === 'change') line.restyled = true;
	}

	#enter(row: Row, kind: string, name: string, fate: Fate): void {
		if (kind !== 'textblock') {
			if (row.does !== 'keep') this.#isWrapped = true;
			if ('before' in row) this.#around.before.push(kind);
			if ('after' in row) this.#around.after.push(kind);
			return;
		}
		const around = 'after' in row ? this.#around.after : this.#around.before;
		this.#begin(lineKind(name, around), fate, row.does === 'change' || this.#isWrapped);
		this.#isWrapped = false;
	}

	#leave(row: Row, kind: string): void {
		if (kind === 'textblock') return;
		if ('before' in row) this.#around.before.pop();
		if ('after' in row) this.#around.after.pop();
	}

	#begin(kind: LineKind, begins: Fate, restyled: boolean): void {
		this.lines.push({ kind, begins, restyled: restyled && begins === 'keep', runs: [] });
	}

	#add(fate: Fate, text: string): void {
		const line = this.lines.at(-1);
		const last = line?.runs.at(-1);
		if (last?.fate === fate) last.text += text;
		else line?.runs.push({ fate, text });
	}
}

function lineKind(name: string, around: readonly string[]): LineKind {
	if (name === 'heading') return 'heading';
	const inner = around.findLast((kind) => kind === 'item' || kind === 'cell');
	return inner === 'item' || inner === 'cell' ? inner : 'text';
}
