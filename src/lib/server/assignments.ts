import { findDesign, putDesign } from '#db/queries/assignments.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import type { AssignmentDesign } from '#domain/assignments.ts';
import { designAsKept } from '#domain/design-rules.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import { changeAround } from './change-around.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

/** What an assignment has besides its text, for who may view it: nothing in it is secret. */
export async function openDesign(
	context: Context,
	actor: Actor,
	id: string
): Promise<AssignmentDesign> {
	const facts = await findOneDocumentFacts(context.db, id, context.now());
	if (!facts) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: facts });
	// In the bin it is looked at by who may put it back, as a title in a list.
	if (facts.kind !== 'assignment' || facts.deleted) throw new NotFound();
	return findDesign(context.db, id);
}

/** Puts a whole design in the place of what the assignment had. */
export async function replaceDesign(
	context: Context,
	actor: Actor,
	id: string,
	design: AssignmentDesign
): Promise<void> {
	await changeDesign(context, actor, id, () => design);
}

/** Makes of the design what `change` makes of it, while nobody else changes it. What a run took over stays as it was. */
export async function changeDesign(
	context: Context,
	actor: Actor,
	id: string,
	change: (design: AssignmentDesign) => AssignmentDesign
): Promise<void> {
	await changeAround(context, actor, id, 'design', async (tx, { werkplaats }) => {
		const design = designAsKept(change(await findDesign(tx, id)));
		await putDesign(tx, id, design);
		await recordEvent(tx, {
			name: 'assignment.designed',
			actorId: actor.id,
			werkplaatsId: werkplaats,
			documentId: id,
			details: {
				steps: design.steps.length,
				criteria: design.rubric.length,
				questions: design.questions.length
			}
		});
	});
}
