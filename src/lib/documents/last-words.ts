import type { Content } from '#domain/content/schema.ts';
import { lineOf } from '#domain/content/text.ts';

/** How a text ends: its last sentence, and the one before it when both stand in one paragraph. */
export type LastWords = { before: string; last: string };

/** The last words of a text, of its paragraphs only: the headings of a template come after them. */
export function lastWords(content: Content): LastWords | null {
	const paragraph = paragraphs(content).findLast((line) => line !== '');
	if (!paragraph) return null;
	// A full stop inside an address or a number ends no sentence.
	const sentences = paragraph.split(/(?<=[.!?…][’”")]*)\s+/u);
	return {
		before: sentences.at(-2)?.trim() ?? '',
		last: sentences.at(-1)?.trim() ?? paragraph
	};
}

function paragraphs(node: Content): string[] {
	if (node.type === 'paragraph') return [lineOf(node)];
	return (node.content ?? []).flatMap(paragraphs);
}
