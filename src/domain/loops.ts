import type { Kind } from './kinds.ts';
import { flowOf, type RelationFacts } from './relations.ts';

/** The stages of a question on its way round: studied, taught, met in practice, and asked anew. */
const ROUND: readonly Kind[] = ['question', 'study', 'assignment', 'case', 'question'];

/** A question that went round, with the new ones that came of it. */
export type Loop = { question: string; asked: string[] };

/**
 * The loops that closed: question → study → assignment → case → another question, step by step. A step counts
 * when the later document answers, comes from or uses the earlier one, or when the earlier one leads to the
 * later; a variant is no step. A question counts once, however many ways led round, and coming back to itself
 * closes nothing: a loop asks something new.
 */
export function closedLoops(
	documents: readonly { id: string; kind: Kind }[],
	relations: readonly RelationFacts[]
): Loop[] {
	const kindOf = new Map(documents.map(({ id, kind }) => [id, kind]));
	const flows = relations.flatMap((relation) => flowOf(relation) ?? []);
	const next = Map.groupBy(flows, (flow) => flow.from);
	const step = (ids: readonly string[], kind: Kind | undefined) => {
		const reached = ids.flatMap((id) => (next.get(id) ?? []).map((flow) => flow.to));
		return [...new Set(reached)].filter((id) => kindOf.get(id) === kind);
	};
	return documents.flatMap(({ id, kind }) => {
		if (kind !== ROUND[0]) return [];
		const end = ROUND.slice(1).reduce<string[]>(step, [id]);
		const asked = end.filter((question) => question !== id);
		return asked.length > 0 ? [{ question: id, asked }] : [];
	});
}
