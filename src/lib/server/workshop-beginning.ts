import { findDesign } from '#db/queries/assignments.ts';
import type { Step } from '#domain/assignments.ts';
import type { Actor } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { assignmentToGive } from './runs.ts';

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
	const { facts, title } = await assignmentToGive(context, actor, documentId);
	const { steps } = await findDesign(context.db, documentId);
	const mayDesign = can(actor, 'design', { type: 'document', document: facts });
	return { id: documentId, title, steps, mayDesign };
}
