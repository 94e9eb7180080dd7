import type { Content } from './schema.ts';
import { headingLevel } from './heading.ts';
import type { HeadingLevel } from './heading.ts';

/** A heading as the outline shows it; `id` is its anchor in the page. */
export type OutlineEntry = { id: string; level: HeadingLevel; text: string };

const BLOCKS = new Set(['paragraph', 'heading', 'codeBlock', 'horizontalRule']);

/** The text without formatting, one line per block, cells of a row on one line. Guidance is no text. */
export function plainText(content: Content): string {
	const lines: string[] = [];
	collectLines(content, lines);
	return lines.filter((line) => line.trim()).join('\n');
}

function collectLines(node: Content, lines: string[]): void {
	if (node.type && BLOCKS.has(node.type)) return void lines.push(inlineText(node));
	if (node.type === 'tableRow') {
		const cells = (node.content ?? []).map((cell) => plainText(cell).replaceAll('\n', ' '));
		return void lines.push(cells.join('\t'));
	}
	for (const child of node.content ?? []) collectLines(child, lines);
	if (node.type === 'blockquote' && typeof node.attrs?.['source'] === 'string') {
		lines.push(node.attrs['source']);
	}
}

/** The text inside one block, with line breaks as they are. */
export function inlineText(node: Content): string {
	if (node.type === 'text') return node.text ?? '';
	if (node.type === 'hardBreak') return '\n';
	return (node.content ?? []).map(inlineText).join('');
}

/** The text inside one block on one line. */
export function lineOf(node: Content): string {
	return inlineText(node).replace(/\s+/g, ' ').trim();
}

/** Whether somebody wrote something: text, not only guidance and empty blocks. */
export function hasText(content: Content): boolean {
	if (content.text?.trim()) return true;
	return (content.content ?? []).some(hasText);
}

/** A word, as people count them. */
export const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** How many words the text has, as people count them. */
export function wordCount(content: Content): number {
	return plainText(content).match(WORD)?.length ?? 0;
}

/** The headings that have text, in order, each with an anchor that no other heading of the text has. */
export function outline(content: Content, prefix?: string): OutlineEntry[] {
	const anchorOf = anchors(prefix);
	return headingsOf(content).flatMap((node) => {
		const text = lineOf(node);
		if (!text) return [];
		return [{ id: anchorOf(text), level: headingLevel(node.attrs?.['level']), text }];
	});
}

function headingsOf(node: Content): Content[] {
	if (node.type === 'heading') return [node];
	return (node.content ?? []).flatMap(headingsOf);
}

/** Keeps anchors of headings apart from every other id in a page. */
const HEADING_PREFIX = 'kop-';

/** Gives each heading, asked in order, its anchor: readable, unique within the text. */
export function anchors(prefix = HEADING_PREFIX): (text: string) => string {
	const taken = new Set<string>();
	const next = new Map<string, number>();
	return (text) => {
		const slug = slugOf(text);
		let anchor = prefix + slug;
		// From where the last one of this name left off: a text can have thousands of them.
		let nth = next.get(slug) ?? 2;
		for (; taken.has(anchor); nth += 1) anchor = `${prefix}${slug}-${nth}`;
		next.set(slug, nth);
		taken.add(anchor);
		return anchor;
	};
}

function slugOf(text: string): string {
	const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'deel';
}
