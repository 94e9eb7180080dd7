import type { Actor, PartFacts } from './facts.ts';
import { can } from './policy.ts';
import type { Place, RoundKind } from './review-rounds.ts';

/** The people of a round. */
export type RoundPeople = { id: string; kind: RoundKind; madeBy: string; asked: readonly string[] };

/** How somebody stands to a round: what the policy says of its part, and what the round says of them. */
export function placeInRound(
	actor: Actor,
	part: PartFacts,
	{ madeBy, asked }: Pick<RoundPeople, 'madeBy' | 'asked'>
): Place {
	return {
		reads: can(actor, 'read', { type: 'part', part }),
		leads: leadsRounds(actor, part),
		made: madeBy === actor.id,
		asked: asked.includes(actor.id)
	};
}

/** Whether somebody leads rounds on a part: who writes it; of a policy text, which nobody writes, who writes the study. */
function leadsRounds(actor: Actor, part: PartFacts): boolean {
	return part.kind === 'policy'
		? can(actor, 'keep_policy', { type: 'document', document: part.document })
		: can(actor, 'see_history', { type: 'part', part });
}

/**
 * Whether somebody reads a text as it was in a version of it: who sees its history, and who was asked about that
 * version, whatever was taken out of the text since. A policy text is the same in every version.
 */
export function readsVersion(
	actor: Actor,
	part: PartFacts,
	rounds: readonly Pick<RoundPeople, 'asked'>[]
): boolean {
	const may = (action: 'read' | 'see_history') => can(actor, action, { type: 'part', part });
	const isAsked = rounds.some(({ asked }) => asked.includes(actor.id));
	return may('read') && (part.kind === 'policy' || isAsked || may('see_history'));
}
