import type { Transaction } from '#db/connection.ts';
import { lockDocument } from '#db/queries/documents.ts';
import { findOneDocumentFacts, findPartFacts } from '#db/queries/facts.ts';
import type { DocumentAction } from '#domain/actions.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts, PartFacts } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';

/** A case in a transaction: locked, and this may be done with it. */
export type LockedCase = { document: DocumentFacts; parts: PartFacts[]; now: Date };

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
