import type { Transaction } from '#db/connection.ts';
import { lockDocument } from '#db/queries/documents.ts';
import type { NewEvent } from '#db/queries/events.ts';
import { findOneDocumentFacts, findPartFacts } from '#db/queries/facts.ts';
import type { DocumentAction } from '#domain/actions.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts, PartFacts } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

/** A case in a transaction: locked, and this may be done with it. */
export type LockedCase = { document: DocumentFacts; parts: PartFacts[]; now: Date };

/** What happened with a case; who did it, where and in which case is known. */
export type CaseEvent = Pick<NewEvent, 'name' | 'personId' | 'details'>;

export async function openCase(
	tx: Transaction,
	context: Context,
	actor: Actor,
	documentId: string,
	action: DocumentAction
): Promise<LockedCase> {
	const now = context.now();
	await lockDocument(tx, documentId);
	const document = await findOneDocumentFacts(tx, documentId, now);
	if (document?.kind !== 'case') throw new NotFound();
	authorize(actor, action, { type: 'document', document });
	return { document, parts: await findPartFacts(tx, [document], now), now };
}

type Change = (tx: Transaction, opened: LockedCase) => Promise<CaseEvent | null>;

/**
 * Makes one change of a case, if the actor may, in a transaction in which nobody else changes it; it answers
 * null when everything was so already. Who looks at its voices hears of it afterwards.
 */
export async function changeCase(
	context: Context,
	actor: Actor,
	documentId: string,
	action: DocumentAction,
	change: Change
): Promise<void> {
	await context.db.transaction(async (tx) => {
		const opened = await openCase(tx, context, actor, documentId, action);
		const event = await change(tx, opened);
		if (!event) return;
		const { werkplaats: werkplaatsId } = opened.document;
		await recordEvent(tx, { ...event, actorId: actor.id, werkplaatsId, documentId });
	});
	context.bus.ring({ kind: 'document', document: documentId });
}

/** The same, where who may read or write what changes with it: open pages and sockets are decided about anew. */
export async function changeAccessToCase(
	context: Context,
	actor: Actor,
	documentId: string,
	action: DocumentAction,
	change: Change
): Promise<void> {
	await changeCase(context, actor, documentId, action, change);
	context.bus.ring({ kind: 'access', documents: [documentId] });
}
