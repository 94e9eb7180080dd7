import { PERSPECTIVES, type Perspective } from './kinds.ts';
import { PARTIES, type Party } from './parties.ts';

/** What changes for a party, in its own words; or why it says nothing, by whoever arranges the document. */
export type Said = { change: string; reason: string };
/** Of a party of a case: one that has a voice in it. */
export type Closing = Said & { perspective: Perspective };
/** Of a party of a werkplaats, beside a study. */
export type StudyClosing = Said & { party: Party };

export const CLOSING_MAX = 2000;
export const NOTHING_SAID: Said = { change: '', reason: '' };

/**
 * Nobody is spoken for: what changes for a party it says itself. Why it says nothing, whoever arranges the
 * document may say as well.
 */
export function maySay(
	field: keyof Said,
	{ isOwn, arranges }: { isOwn: boolean; arranges: boolean }
): boolean {
	return isOwn || (field === 'reason' && arranges);
}

/**
 * Whether somebody of a party may put other words where it said what changes for it: they stay of who said them,
 * until that is nobody of the party any more.
 */
export function maySayAnew(
	before: string,
	{ isAuthor, authorIsOfParty }: { isAuthor: boolean; authorIsOfParty: boolean }
): boolean {
	return before === '' || isAuthor || !authorIsOfParty;
}

/** The parties that take part in a case: those that have a voice in it. */
export function partiesOf(voices: readonly { perspective: Perspective }[]): Perspective[] {
	const present = new Set(voices.map(({ perspective }) => perspective));
	return PERSPECTIVES.filter((perspective) => present.has(perspective));
}

/** The parties of which neither is known yet: while there is one, the case is not finished. */
export function silentParties(
	voices: readonly { perspective: Perspective }[],
	closings: readonly Closing[]
): Perspective[] {
	const heard = new Set(closings.filter(isHeard).map(({ perspective }) => perspective));
	return partiesOf(voices).filter((perspective) => !heard.has(perspective));
}

/** The same beside a study, where every party of the werkplaats counts: a gap that is seen, and stops nothing. */
export function silentBeside(closings: readonly StudyClosing[]): Party[] {
	const heard = new Set(closings.filter(isHeard).map(({ party }) => party));
	return PARTIES.filter((party) => !heard.has(party));
}

function isHeard({ change, reason }: Said): boolean {
	return change.trim() !== '' || reason.trim() !== '';
}
