import type { Kind } from './kinds.ts';

/**
 * How one document hangs together with another, read from the one that says so:
 * answers – works on, or answers, that question; comes_from – began with it; uses – builds on it;
 * leads_to – that one followed from this; variant_of – the same, done another way.
 */
export const RELATION_TYPES = ['answers', 'comes_from', 'uses', 'leads_to', 'variant_of'] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** A relation as the rules see it. */
export type RelationFacts = { from: string; to: string; type: RelationType };

/** A relation from which knowledge flows the other way than it is written: from what is named to what names it. */
const BACKWARD: readonly RelationType[] = ['answers', 'comes_from', 'uses'];

/** From which document to which knowledge flows; null for a variant, which stands beside and not after. */
export function flowOf({ from, to, type }: RelationFacts): { from: string; to: string } | null {
	if (type === 'variant_of') return null;
	return BACKWARD.includes(type) ? { from: to, to: from } : { from, to };
}

/** The code of what is wrong with a relation between these two; null when it will do. */
export function relationFault(
	from: { id: string; kind: Kind },
	to: { id: string; kind: Kind },
	type: RelationType
): string | null {
	if (from.id === to.id) return 'related_to_itself';
	// Only work answers, and only a question is answered: where a question stands follows from it.
	const answers = from.kind !== 'question' && to.kind === 'question';
	return type === 'answers' && !answers ? 'not_an_answer' : null;
}
