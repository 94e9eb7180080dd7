import { listFlowing, relationsBetween, type FlowingRow } from '#db/queries/work.ts';
import { withoutDoubles } from '#domain/doubles.ts';
import type { Actor } from '#domain/facts.ts';
import { flowsBetween, type CornerFlow } from '#domain/flows.ts';
import { roundsOf, type Round } from '#domain/loops.ts';
import type { RelationFacts } from '#domain/relations.ts';
import type { Context } from './context.ts';

/** What knowledge flows through, of what the asker may view: a relation with a hidden end is not in it. */
export type Knowledge = {
	documents: FlowingRow[];
	relations: RelationFacts[];
	/** Every question, those that were merged too. */
	asked: FlowingRow[];
};

export async function seenKnowledge(context: Context, actor: Actor): Promise<Knowledge> {
	const { db } = context;
	const now = context.now();
	const [documents, relations] = await Promise.all([
		listFlowing(db, actor, now),
		relationsBetween(db, actor, now)
	]);
	const asked = documents.filter(({ kind }) => kind === 'question');
	return { ...withoutDoubles(documents, relations), asked };
}

/** What flows between the corners of a theme, of a werkplaats, or of a theme there: with both ends in it. */
export function flowsIn(
	{ documents, relations }: Pick<Knowledge, 'documents' | 'relations'>,
	{ werkplaatsId, themeId }: { werkplaatsId?: string; themeId?: string } = {}
): CornerFlow[] {
	const inside = documents.filter(
		(document) =>
			(!werkplaatsId || document.werkplaatsId === werkplaatsId) &&
			(!themeId || document.themes.includes(themeId))
	);
	return flowsBetween(new Map(inside.map((document) => [document.id, document])), relations);
}

/** How far each question came, wherever its way led. */
export function roundsSeen({ documents, relations }: Knowledge): Round[] {
	return roundsOf(documents, relations);
}
