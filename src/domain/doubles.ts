import { agendaOf, leadOf, type Decision } from './questions.ts';
import type { RelationFacts } from './relations.ts';

/** What an editor decided about a document that is a question; null of others. */
type DecidedFacts = { id: string; decision: Decision | null; mergedInto: string | null };

/**
 * Documents and relations as rounds are counted in: what ties a double ties the question that stands for it, the
 * double itself is not asked again, and what was dropped is not asked any more.
 */
export function withoutDoubles<Document extends DecidedFacts>(
	documents: readonly Document[],
	relations: readonly RelationFacts[]
): { documents: Document[]; relations: RelationFacts[] } {
	const agenda = agendaOf(
		documents.flatMap(({ id, decision, mergedInto }) =>
			decision ? [{ id, decision, mergedInto, answers: [] }] : []
		)
	);
	const leadIdOf = (id: string) => {
		const question = agenda.get(id);
		return question ? leadOf(question, agenda).id : id;
	};
	return {
		documents: documents.filter(
			({ id, decision }) => decision !== 'dropped' && leadIdOf(id) === id
		),
		relations: relations.map(({ from, to, type }) => {
			return { from: leadIdOf(from), to: leadIdOf(to), type };
		})
	};
}
