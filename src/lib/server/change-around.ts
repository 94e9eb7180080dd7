import type { Transaction } from '#db/connection.ts';
import { lockDocument } from '#db/queries/documents.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import type { DocumentAction } from '#domain/actions.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';

/**
 * Makes one change around the text of a document, if the actor may, in a transaction in which nobody else makes one.
 * Lists that show it hear of that afterwards.
 */
export async function changeAround<Result>(
	context: Context,
	actor: Actor,
	id: string,
	action: DocumentAction,
	change: (tx: Transaction, facts: DocumentFacts) => Promise<Result>
): Promise<Result> {
	const result = await context.db.transaction(async (tx) => {
		await lockDocument(tx, id);
		const facts = await findOneDocumentFacts(tx, id, context.now());
		if (!facts) throw new NotFound();
		authorize(actor, action, { type: 'document', document: facts });
		return change(tx, facts);
	});
	context.bus.ring({ kind: 'document', document: id });
	return result;
}
