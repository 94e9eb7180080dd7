import type { Row } from '../merge/difference.ts';
import type { Token } from '../merge/tokens.ts';

/** What a hunk does: to words, to their formatting, or to what they stand in. */
export type Does = 'insert' | 'delete' | 'replace' | 'format' | 'blocks';

/** What is said of a hunk. */
export type HunkTold = {
	does: Does;
	before: string;
	after: string;
	kinds: { before: readonly string[]; after: readonly string[] };
};

/** The words of one hunk, row by row. */
export class HunkWords {
	readonly #words = { before: '', after: '' };
	readonly #kinds = { before: new Set<string>(), after: new Set<string>() };
	readonly #writes = { before: false, after: false };
	#formats = false;

	add(row: Exclude<Row, { does: 'keep' }>): void {
		if (row.does === 'add') this.#move('after', row.after);
		else if (row.does === 'remove') this.#move('before', row.before);
		else this.#change(row.before, row.after);
	}

	told(): HunkTold {
		const { before, after } = this.#words;
		const kinds = { before: [...this.#kinds.before], after: [...this.#kinds.after] };
		return { does: this.#does(), before: trimmed(before), after: trimmed(after), kinds };
	}

	#does(): Does {
		if (this.#formats) return 'format';
		const { before, after } = this.#writes;
		if (before && after) return 'replace';
		return before ? 'delete' : after ? 'insert' : 'blocks';
	}

	#move(side: 'before' | 'after', token: Token): void {
		this.#words[side] += wordOf(token);
		if (token.is === 'character') this.#writes[side] = true;
		else if (token.is === 'leaf') {
			this.#writes[side] = true;
			this.#kinds[side].add(token.type.name);
		} else if (token.is === 'open') this.#kinds[side].add(token.type.name);
	}

	#change(before: Token, after: Token): void {
		if (before.is === 'character' && after.is === 'character') {
			this.#formats = true;
			this.#words.before += before.text;
			this.#words.after += after.text;
			for (const mark of before.marks)
				if (!mark.isInSet(after.marks)) this.#kinds.before.add(mark.type.name);
			for (const mark of after.marks)
				if (!mark.isInSet(before.marks)) this.#kinds.after.add(mark.type.name);
		} else if ('type' in before && 'type' in after) {
			this.#kinds.before.add(before.type.name);
			this.#kinds.after.add(after.type.name);
		}
	}
}

function wordOf(token: Token): string {
	if (token.is === 'character') return token.text;
	if (token.is === 'leaf') return token.type.isInline ? '\n' : '';
	return token.is === 'close' && token.kind === 'textblock' ? '\n' : '';
}

/** The words alone; where there are none, that a line ends says it. */
function trimmed(words: string): string {
	const alone = words.replace(/^\n+|\n+$/g, '');
	return alone === '' && words !== '' ? '\n' : alone;
}
