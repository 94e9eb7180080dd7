import { holdsVoice } from './access.ts';
import type { Actor, PartFacts } from './facts.ts';
import type { WerkplaatsFunction } from './functions.ts';
import { PERSPECTIVES, type Perspective } from './kinds.ts';
import { can } from './policy.ts';

/** In whose words a voice is: those of whom it is, noted down by somebody, or told for them. */
export const TELLINGS = ['own', 'noted', 'behalf'] as const;
export type Telling = (typeof TELLINGS)[number];

/** A name for a voice beside others of its party: the discipline of a professional, most often. */
export const VOICE_LABEL_MAX = 60;
export const TELLER_MAX = 80;

/** Whose voice somebody with this function has in a case that they begin. */
export const OWN_VOICE: Partial<Record<WerkplaatsFunction, Perspective>> = {
	professional: 'professional',
	policy_officer: 'municipality',
	citizen: 'citizen'
};

/**
 * Who says who holds a voice: while nothing is written, whoever arranges the voices; from the first word on
 * only those who hold it. Else a manager could make a voice their own, and nobody would be safe in it.
 */
export function mayChooseHolders(actor: Actor, part: PartFacts, words: number): boolean {
	if (holdsVoice(actor, part)) return true;
	const subject = { type: 'document', document: part.document } as const;
	return words === 0 && can(actor, 'arrange_voices', subject);
}

/** Whether a voice may go: nothing that somebody said is taken away. */
export function mayRemoveVoice(words: number, holders: number): boolean {
	return words === 0 && holders === 0;
}

/** Which parties say something in a case, and of which there is no word yet, with or without a voice for them. */
export function partiesHeard(voices: readonly { perspective: Perspective; words: number }[]): {
	heard: Perspective[];
	missing: Perspective[];
} {
	const says = (party: Perspective) =>
		voices.some(({ perspective, words }) => perspective === party && words > 0);
	return {
		heard: PERSPECTIVES.filter((party) => says(party)),
		missing: PERSPECTIVES.filter((party) => !says(party))
	};
}

/**
 * Who may still read quoted words that are there no more. In a voice they are of who told them: what somebody
 * took back, evidence and comments tell nobody else.
 */
export function hearsFormerWords(actor: Actor, part: PartFacts): boolean {
	return part.perspective === null || holdsVoice(actor, part);
}
