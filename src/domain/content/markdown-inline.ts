import { allowedAddress } from './address.ts';
import type { Content } from './schema.ts';

type Mark = NonNullable<Content['marks']>[number];

// Outermost first: a link around emphasis reads in every Markdown dialect, the reverse does not.
const ORDER = ['link', 'bold', 'italic', 'strike', 'underline', 'code'];
const AROUND: Record<string, readonly [string, string]> = {
	bold: ['**', '**'],
	italic: ['*', '*'],
	strike: ['~~', '~~'],
	underline: ['<u>', '</u>']
};

/** The text so that Markdown reads it literally. Ampersands count: `&lt;` would be read as `<`. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_[\]<>~|&$#!]/g, '\\$&');
}

/** What only means something where a line starts. */
export function escapeLineStart(line: string): string {
	return line
		.replace(/^(\s*)([-+=:])/, '$1\\$2')
		.replace(/^(\s*\d+)([.)])/, '$1\\$2')
		.replace(/^ {4,}|^\t+/, ' ');
}

/** The inside of one block. `lineBreak` is what a break within the block becomes. */
export function inlineMarkdown(nodes: readonly Content[], lineBreak = '\\\n'): string {
	return run(nodes.map(withOrderedMarks), 0, lineBreak);
}

type Piece = { text: string; hardBreak: boolean; marks: Mark[] };

function withOrderedMarks(node: Content): Piece {
	const marks = (node.marks ?? []).filter(({ type }) => ORDER.includes(type));
	marks.sort((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type));
	return { text: node.text ?? '', hardBreak: node.type === 'hardBreak', marks };
}

function run(pieces: readonly Piece[], depth: number, lineBreak: string): string {
	let text = '';
	let at = 0;
	for (let piece = pieces[at]; piece; piece = pieces[at]) {
		const mark = piece.marks[depth];
		if (!mark) {
			text += piece.hardBreak ? lineBreak : escapeMarkdown(piece.text.replace(/[\r\n]+/g, ' '));
			at += 1;
			continue;
		}
		const rest = pieces.slice(at);
		const other = rest.findIndex(({ marks }) => !sameMark(marks[depth], mark));
		const marked = other < 0 ? rest : rest.slice(0, other);
		text += wrapped(mark, marked, depth, lineBreak);
		at += marked.length;
	}
	return text;
}

function sameMark(one: Mark | undefined, other: Mark): boolean {
	return one?.type === other.type && one.attrs?.['href'] === other.attrs?.['href'];
}

function wrapped(mark: Mark, pieces: readonly Piece[], depth: number, lineBreak: string): string {
	if (mark.type === 'code') return codeSpan(pieces.map(({ text }) => text).join(''));
	const inside = run(pieces, depth + 1, lineBreak);
	const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(inside) ?? [];
	// Emphasis with a space inside its signs is no emphasis.
	if (!words) return inside;
	if (mark.type === 'link') return before + linked(words, mark.attrs?.['href']) + after;
	const [opening, closing] = AROUND[mark.type] ?? ['', ''];
	return before + opening + words + closing + after;
}

function linked(words: string, href: unknown): string {
	const address = allowedAddress(href);
	if (!address) return words;
	return `[${words}](<${address.replace(/[<>\\]/g, (sign) => encodeURIComponent(sign))}>)`;
}

function codeSpan(text: string): string {
	const code = text.replace(/[\r\n]+/g, ' ');
	if (!code) return '';
	const fence = '`'.repeat(longestRun(code) + 1);
	const pad = /^[`\s]|[`\s]$/.test(code) ? ' ' : '';
	return fence + pad + code + pad + fence;
}

/** The longest row of backticks in the text. */
export function longestRun(text: string): number {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
