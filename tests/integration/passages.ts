import type { Queryable } from '#db/connection.ts';
import { anchorOf } from '#domain/anchors/anchor.ts';
import type { TextIndex } from '#domain/anchors/text-index.ts';
import type { Content } from '#domain/content/schema.ts';
import { indexedText, type PassageMeant } from '#server/passages.ts';

/** A text of these paragraphs. */
export function contentOf(lines: readonly string[]): Content {
	const paragraphs = lines.map((text) => ({
		type: 'paragraph',
		content: [{ type: 'text', text }]
	}));
	return { type: 'doc', content: paragraphs };
}

/** Words of a stored text as a browser says which. */
export async function meantIn(db: Queryable, part: string, words: string): Promise<PassageMeant> {
	return meantOf(await indexedText(db, part), words);
}

export function meantOf(text: TextIndex, words: string): PassageMeant {
	const from = text.characters.indexOf(words);
	const found = from < 0 ? null : anchorOf(text, { from, to: from + words.length });
	if (!found) throw new Error(`${words} stands nowhere`);
	return { quote: found.quote, runs: found.runs };
}
