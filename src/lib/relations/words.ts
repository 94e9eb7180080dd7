import type { RelationType } from '#domain/relations.ts';
import { m } from '#lib/paraglide/messages.js';

/** Whether a document says it of the other, or the other of this one. */
export type Direction = 'to' | 'from';

/** A relation in words, read from either end: "Gebruikt", "Wordt gebruikt in". */
export const RELATION_WORD: Record<RelationType, Record<Direction, () => string>> = {
	answers: { to: m.relation_answers_to, from: m.relation_answers_from },
	comes_from: { to: m.relation_comes_from_to, from: m.relation_comes_from_from },
	uses: { to: m.relation_uses_to, from: m.relation_uses_from },
	leads_to: { to: m.relation_leads_to_to, from: m.relation_leads_to_from },
	variant_of: { to: m.relation_variant_of_to, from: m.relation_variant_of_from }
};
