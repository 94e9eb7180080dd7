import { digest } from 'lib0/hash/sha256';
import type { Row } from '../merge/difference.ts';
import type { Token } from '../merge/tokens.ts';

/** So many characters of the text on either side of a hunk belong to its key. */
const BESIDE = 8;
/** Of the digest. Whoever suggests must not find two suggestions with one key: somebody says yes to what they saw. */
const BYTES = 16;

/**
 * Names the hunks of a text by what they change, never by their number: that is another one's as soon as anybody
 * decides. With a few letters of the text on either side, so that the same words in another place are another
 * suggestion; hunks that are alike in all of that are counted.
 */
export class Keys {
	readonly #parts: string[][];
	readonly #given = new Map<string, number>();
	readonly #keys: string[] = [];

	constructor(hunks: number) {
		this.#parts = Array.from({ length: hunks }, () => []);
	}

	/** Reads a run of the text, once and in order. */
	read(rows: readonly Row[]): void {
		for (let at = 0; at < rows.length;) {
			const hunk = hunkAt(rows, at);
			let end = at + 1;
			while (end < rows.length && hunkAt(rows, end) === hunk) end += 1;
			if (hunk !== null) {
				const changed = rows.slice(at, end).map(signOf).join();
				const beside = [textBefore(rows, at), textAfter(rows, end)];
				this.#parts[hunk]!.push(JSON.stringify([...beside, changed]));
			}
			at = end;
		}
	}

	/** The key of a hunk. Asked for in order. */
	of(hunk: number): string {
		const known = this.#keys[hunk];
		if (known) return known;
		const content = digestOf(this.#parts[hunk]!.join('\n'));
		const nth = this.#given.get(content) ?? 0;
		this.#given.set(content, nth + 1);
		return (this.#keys[hunk] = nth === 0 ? content : `${content}.${nth}`);
	}
}

function hunkAt(rows: readonly Row[], at: number): number | null {
	const row = rows[at]!;
	return 'hunk' in row ? row.hunk : null;
}

function signOf(row: Row): string {
	if (row.does === 'add') return `+${lookOf(row.after)}`;
	if (row.does === 'remove') return `-${lookOf(row.before)}`;
	return `${lookOf(row.before)}>${lookOf(row.after)}`;
}

/** All that can be seen of a token. */
function lookOf(token: Token): string {
	if (token.is === 'close') return token.key;
	const marks = 'marks' in token ? token.marks.map((mark) => mark.toJSON()) : [];
	const kind = 'type' in token ? [token.type.name, token.attrs] : [];
	return JSON.stringify([token.key, ...kind, ...marks]);
}

function textBefore(rows: readonly Row[], end: number): string {
	let text = '';
	for (let at = end - 1; at >= 0 && text.length < BESIDE; at -= 1)
		text = baseTextOf(rows[at]!) + text;
	return text;
}

function textAfter(rows: readonly Row[], start: number): string {
	let text = '';
	for (let at = start; at < rows.length && text.length < BESIDE; at += 1)
		text += baseTextOf(rows[at]!);
	return text;
}

/** What stands there now, whatever is suggested beside it. */
function baseTextOf(row: Row): string {
	return row.does !== 'add' && row.before.is === 'character' ? row.before.text : '';
}

function digestOf(content: string): string {
	const bytes = digest(new TextEncoder().encode(content)).subarray(0, BYTES);
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
