import type { Authors } from '../authors-in-turn.ts';
import type { Row } from '../merge/difference.ts';
import type { Character, Close, Open, Token } from '../merge/tokens.ts';

/** What became of a token; `restyle` is kept, and looks otherwise. */
export type Fate = 'keep' | 'add' | 'remove' | 'restyle';

/** A token of two texts as one, in the order in which they are read. */
export type Step = {
	fate: Fate;
	token: Token;
	/** What it is in each text, by which ends of nodes are matched. */
	origins: readonly Token[];
	/** Who wrote a character: what was added is theirs, and what was removed was theirs. */
	author: string | null;
	/** The hunk of the difference that it is part of. */
	hunk: number | null;
	/** A line ended here, and does not any more. */
	isJoin?: true;
};

/** The rows of a difference as steps: words as wholes, and of what went only what had a place of its own. */
export function stepsOf(
	rows: readonly Row[],
	authors: { before: Authors; after: Authors }
): Step[] {
	const gone = wholeNodesGone(rows);
	const steps: Step[] = [];
	let line: LineStep[] = [];
	const endLine = () => {
		steps.push(...inWholeWords(line));
		line = [];
	};
	for (const row of rows) {
		const before = 'before' in row ? row.before : null;
		const after = 'after' in row ? row.after : null;
		const wrote = {
			before: before?.is === 'character' ? authors.before.next(before.text.length) : null,
			after: after?.is === 'character' ? authors.after.next(after.text.length) : null
		};
		if (isCharacter(before) || isCharacter(after)) {
			const stays = row.does === 'add' && row.stays === true;
			line.push({ row: { before, after }, fate: fateOf(row), wrote, stays, hunk: hunkOf(row) });
			continue;
		}
		endLine();
		const fate = fateOf(row);
		const token = after ?? before;
		if (!token) continue;
		const origins = [before, after].filter((one) => one !== null);
		if (fate !== 'remove' || !('pair' in token) || gone.has(token)) {
			steps.push({ fate, token, origins, author: null, hunk: hunkOf(row) });
		} else if (token.is === 'close' && token.kind === 'textblock') {
			const join = { token: JOIN, origins: [JOIN], isJoin: true } as const;
			steps.push({ fate, ...join, author: null, hunk: hunkOf(row) });
		}
	}
	endLine();
	return steps;
}

/** Stands for the end of a line that went. */
const JOIN: Character = { is: 'character', key: '¶', text: '¶', marks: [] };

function isCharacter(token: Token | null): token is Character {
	return token?.is === 'character';
}

function hunkOf(row: Row): number | null {
	return 'hunk' in row ? row.hunk : null;
}

function fateOf(row: Row): Fate {
	return row.does === 'change' ? 'restyle' : row.does;
}

/** The ends of nodes that went with all that was in them. */
function wholeNodesGone(rows: readonly Row[]): Set<Token> {
	const gone = new Set<Token>();
	const open: { token: Open; isWhole: boolean }[] = [];
	for (const row of rows) {
		if (row.does !== 'remove') {
			for (const one of open) one.isWhole = false;
			continue;
		}
		const { before: token } = row;
		if (token.is === 'open') open.push({ token, isWhole: true });
		if (token.is !== 'close') continue;
		const at = open.findLastIndex((one) => one.token === token.pair);
		if (at < 0) continue;
		if (open[at]?.isWhole) mark(gone, token);
		open.splice(at);
	}
	return gone;
}

function mark(gone: Set<Token>, close: Close): void {
	gone.add(close).add(close.pair);
}

type LineStep = {
	row: { before: Token | null; after: Token | null };
	fate: Fate;
	wrote: { before: string | null; after: string | null };
	/** It was in the old word as well. */
	stays: boolean;
	hunk: number | null;
};

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Of a word that changed the one as it was, and the one as it became: half a word in another is hard to read. */
function inWholeWords(line: readonly LineStep[]): Step[] {
	const steps: Step[] = [];
	let stretch: { remove: Step[]; add: Step[] } = { remove: [], add: [] };
	const close = () => {
		steps.push(...stretch.remove, ...stretch.add);
		stretch = { remove: [], add: [] };
	};
	for (const word of wordsOf(line)) {
		const isMixed = word.some(({ fate }) => fate === 'add' || fate === 'remove');
		// A letter that the old word had too is part of the new one: that is of who made it.
		const maker = word.find(({ fate, stays }) => fate === 'add' && !stays)?.wrote.after ?? null;
		for (const { row, fate, wrote, stays, hunk } of word) {
			const { before, after } = row;
			if (!isMixed && after) {
				close();
				const origins = before ? [before, after] : [after];
				steps.push({ fate, token: after, origins, author: wrote.after, hunk });
				continue;
			}
			if (before) {
				const author = wrote.before;
				stretch.remove.push({ fate: 'remove', token: before, origins: [before], author, hunk });
			}
			if (after) {
				const author = fate === 'add' && !stays ? wrote.after : maker;
				stretch.add.push({ fate: 'add', token: after, origins: [after], author, hunk });
			}
		}
	}
	close();
	return steps;
}

function wordsOf(line: readonly LineStep[]): LineStep[][] {
	const words: LineStep[][] = [];
	let isInWord = false;
	for (const one of line) {
		const isLetter = LETTER.test((one.row.after ?? one.row.before)?.key ?? '');
		const last = words.at(-1);
		if (isLetter && isInWord && last) last.push(one);
		else words.push([one]);
		isInWord = isLetter;
	}
	return words;
}
