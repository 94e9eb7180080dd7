import { findTexts } from '#db/queries/documents.ts';
import { anchorOf } from '#domain/anchors/anchor.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from '#server/context.ts';
import { indexedText, type PassageMeant } from '#server/passages.ts';
import { writeAs } from '#server/writing.ts';

/** Puts words in the place of others in a text, as somebody who may write there. */
export async function rewriteWords(
	context: Context,
	by: Actor,
	part: string,
	pairs: readonly (readonly [from: string, to: string])[]
): Promise<void> {
	const [found] = await findTexts(context.db, [part]);
	if (pairs.length === 0 || !found) return;
	const content = pairs.reduce((text, [from, to]) => replaced(text, from, to), found.content);
	await writeAs(context, by, part, content);
}

function replaced(node: Content, from: string, to: string): Content {
	return {
		...node,
		...(node.text && { text: node.text.replace(from, to) }),
		...(node.content && { content: node.content.map((child) => replaced(child, from, to)) })
	};
}

/** Words of a text as who reads it selects them. */
export async function passageOf(
	context: Context,
	part: string,
	words: string
): Promise<PassageMeant> {
	const text = await indexedText(context.db, part);
	const from = text.characters.indexOf(words);
	const passage = from < 0 ? null : anchorOf(text, { from, to: from + words.length });
	if (!passage) throw new Error(`The demo quotes words that stand nowhere: ${words}`);
	const { quote, runs } = passage;
	return { quote, runs };
}
