import { findDesign } from '#db/queries/assignments.ts';
import { findDocument } from '#db/queries/documents.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import type { Step } from '#domain/assignments.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize, can } from '#domain/policy.ts';
import type { Context } from './context.ts';

/** An assignment that a workshop may be made of, for who leads it. */
export type WorkshopBeginning = {
	id: string;
	title: string;
	steps: readonly Step[];
	mayDesign: boolean;
};

export async function openBeginning(
	context: Context,
	actor: Actor,
	documentId: string
): Promise<WorkshopBeginning> {
	const document = await findOneDocumentFacts(context.db, documentId, context.now());
	const row = document && (await findDocument(context.db, documentId));
	if (!row) throw new NotFound();
	const subject = { type: 'document', document } as const;
	authorize(actor, 'lead_runs', subject);
	const { steps } = await findDesign(context.db, documentId);
	return { id: row.id, title: row.title, steps, mayDesign: can(actor, 'design', subject) };
}
