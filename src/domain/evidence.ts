import { holdsVoice } from './access.ts';
import type { Actor, PartFacts } from './facts.ts';

/** What a passage shows: a line, not a text. */
export const SHOWS_MAX = 300;
/** More than a dissertation quotes; each is looked for when the study is opened. */
export const EVIDENCE_MAX = 300;

/** Whether the words still stand there, differ from the quote, or are gone. */
export type EvidenceState = 'stands' | 'changed' | 'lost';

/**
 * Who may still read quoted words that are there no more. In a voice they are of who told them: what somebody
 * took back, evidence tells nobody else.
 */
export function hearsFormerWords(actor: Actor, part: PartFacts): boolean {
	return part.perspective === null || holdsVoice(actor, part);
}
