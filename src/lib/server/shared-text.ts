import { EMPTY_CONTENT, type Content } from '#domain/content/schema.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { isSharedPart } from '#domain/kinds.ts';
import { pickPart } from '#domain/parts.ts';
import type { Context } from './context.ts';
import { partsOf, readTexts } from './parts.ts';
import { refreshText } from './texts.ts';

/** The first text of a document that all its readers share, with everything that is durable at this moment. */
export async function sharedText(
	context: Context,
	actor: Actor,
	facts: DocumentFacts
): Promise<Content> {
	const parts = await partsOf(context, actor, facts);
	const part = pickPart(parts.filter(isSharedPart), null);
	if (!part) throw new NotFound();
	// The stored text runs a little behind the log.
	await refreshText(context, part.id);
	return (await readTexts(context, [part])).get(part.id) ?? EMPTY_CONTENT;
}
