import type { Queryable, Transaction } from '#db/connection.ts';
import { lockDocument } from '#db/queries/documents.ts';
import { findFactsOfParts } from '#db/queries/facts.ts';
import type { PartAction } from '#domain/actions.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';

/** A part with which the actor may do this now. */
export async function allowedPart(
	db: Queryable,
	actor: Actor,
	{ id, action, now }: { id: string; action: PartAction; now: Date }
): Promise<PartFacts> {
	const [part] = await findFactsOfParts(db, [id], now);
	if (!part) throw new NotFound();
	authorize(actor, action, { type: 'part', part });
	return part;
}

/** The same until the end of the transaction: whoever makes the text stand still waits, or came before. */
export async function allowedPartIn(
	tx: Transaction,
	actor: Actor,
	asked: { id: string; action: PartAction; now: Date }
): Promise<PartFacts> {
	const part = await allowedPart(tx, actor, asked);
	await lockDocument(tx, part.document.id);
	return allowedPart(tx, actor, asked);
}
