import { findPartFacts } from '#db/queries/facts.ts';
import { EMPTY_CONTENT, type Content } from '#domain/content/schema.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { isSharedPart } from '#domain/kinds.ts';
import { pickPart } from '#domain/parts.ts';
import { can } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { readTexts } from './parts.ts';
import { refreshText } from './texts.ts';

/** The first text of a document that all its readers share, with everything that is durable at this moment. */
export async function sharedText(
	context: Context,
	actor: Actor,
	facts: DocumentFacts
): Promise<Content> {
	return firstText(context, facts, (part) => can(actor, 'read', { type: 'part', part }));
}

/** The same for who was found to be one of its readers in another way than as an actor. */
export async function textForReader(context: Context, facts: DocumentFacts): Promise<Content> {
	return firstText(context, facts, () => true);
}

type Parts = Awaited<ReturnType<typeof findPartFacts>>;

async function firstText(
	context: Context,
	facts: DocumentFacts,
	mayRead: (part: Parts[number]) => boolean
): Promise<Content> {
	const parts = await findPartFacts(context.db, [facts], context.now());
	const part = pickPart(parts.filter(isSharedPart).filter(mayRead), null);
	if (!part) throw new NotFound();
	// The stored text runs a little behind the log.
	await refreshText(context, part.id);
	return (await readTexts(context, [part])).get(part.id) ?? EMPTY_CONTENT;
}
