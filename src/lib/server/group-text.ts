import { findFactsOfParts } from '#db/queries/facts.ts';
import { partLevel } from '#domain/access.ts';
import { EMPTY_CONTENT, type Content } from '#domain/content/schema.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { readTexts, type PartSummary } from './parts.ts';

export type GroupTextOpened = { part: PartSummary; content: Content };

/** What a group writes, as it is stored: for the group, and for who leads where they read along. */
export async function openGroupText(
	context: Context,
	actor: Actor,
	partId: string
): Promise<GroupTextOpened> {
	const [facts] = await findFactsOfParts(context.db, [partId], context.now());
	if (facts?.kind !== 'work') throw new NotFound();
	authorize(actor, 'read', { type: 'part', part: facts });
	const { id, kind, perspective } = facts;
	const part: PartSummary = { id, kind, perspective, ability: partLevel(actor, facts) };
	const content = (await readTexts(context, [part])).get(id) ?? EMPTY_CONTENT;
	return { part, content };
}
