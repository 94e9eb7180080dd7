import type { Actor, DocumentFacts } from './facts.ts';
import type { Perspective } from './kinds.ts';
import { partyIn } from './parties.ts';
import { can } from './policy.ts';

/** Through whose eyes a policy text is read. */
export const REVIEW_PERSPECTIVES = [
	'citizen',
	'professional',
	'municipality'
] as const satisfies readonly Perspective[];
export type ReviewPerspective = (typeof REVIEW_PERSPECTIVES)[number];

/** "What does the citizen come for?": what who reviews looks for in the text. */
export const CHECKLIST = [
	'own_reason',
	'own_words',
	'has_a_say',
	'burden',
	'one_place',
	'way_back'
] as const;
export type CheckItem = (typeof CHECKLIST)[number];

export const CHECK_ANSWERS = ['yes', 'partly', 'no'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** What was ticked; an item that is not there was not looked at. */
export type Checked = Partial<Record<CheckItem, CheckAnswer>>;

export const REMARK_MAX = 2000;
export const REPLY_MAX = 4000;
/** Of one reviewer beside one text. */
export const REMARKS_MAX = 200;
/** Twenty pages: longer is a report, of which one pastes the chapter that it is about. */
export const POLICY_TEXT_MAX = 60_000;

/** How often a text was looked at through whose eyes; what is 0 is a gap that is shown. */
export function coverage(
	remarks: readonly { perspective: ReviewPerspective }[]
): { perspective: ReviewPerspective; remarks: number }[] {
	return REVIEW_PERSPECTIVES.map((perspective) => ({
		perspective,
		remarks: remarks.filter((remark) => remark.perspective === perspective).length
	}));
}

/** Why somebody can't sign yet; null when they can. Nothing changes after it, so nothing is signed half. */
export function signFault({
	checked,
	remarks
}: {
	checked: Checked;
	remarks: number;
}): 'checklist_open' | 'nothing_to_sign' | null {
	if (CHECKLIST.some((item) => checked[item] === undefined)) return 'checklist_open';
	return remarks === 0 ? 'nothing_to_sign' : null;
}

/** Whether somebody answers for the municipality: of that party there, and let to say something of the study. */
export function isMunicipality(actor: Actor, document: DocumentFacts): boolean {
	const isOfParty = partyIn(actor, document.werkplaats) === 'municipality';
	return isOfParty && can(actor, 'comment', { type: 'document', document });
}
