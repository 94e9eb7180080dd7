import type { Kind } from '#domain/kinds.ts';
import type { Party } from '#domain/parties.ts';
import type { Decision, QuestionType, Standing } from '#domain/questions.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import type { State } from '#domain/states.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { m } from '#lib/paraglide/messages.js';
import { PARTY_WORD } from '#lib/ui/parties.ts';

/** A theme, in both languages. */
export type Label = { id: string; slug: string; name: { nl: string; en: string } };

/** A study, a case or an assignment as a question names it. */
type Work = { id: string; kind: Kind; title: string; state: State };

/** A question as the agenda shows it. */
export type AgendaQuestion = {
	id: string;
	title: string;
	themes: Label[];
	sensitivity: Sensitivity;
	askerName: string | null;
	party: Party | null;
	viaLink: boolean;
	/** Whether the werkplaats reads it from the moment that it is called clear, and not yet. */
	opensWhenClear: boolean;
	type: QuestionType | null;
	cluster: string | null;
	reason: string | null;
	decision: Decision;
	standing: Standing;
	isOpen: boolean;
	lead: { id: string; title: string } | null;
	/** The parties that ask for it to go first. */
	parties: Party[];
	given: boolean;
	mayCurate: boolean;
	answers: Work[];
	/** Where it came up. */
	origins: Work[];
};

export const STANDING_WORD: Record<Standing, () => string> = {
	new: m.standing_new,
	clarified: m.standing_clarified,
	taken_up: m.standing_taken_up,
	answered: m.standing_answered,
	merged: m.standing_merged,
	dropped: m.standing_dropped
};
export const TYPE_WORD: Record<QuestionType, () => string> = {
	know: m.question_type_know,
	act: m.question_type_act,
	arrange: m.question_type_arrange,
	judge: m.question_type_judge
};

export function labelName(label: Label): string {
	return label.name[getLocale()];
}

/** A question that came up in a document, and where it stands. */
export type CameUp = Pick<AgendaQuestion, 'id' | 'title' | 'standing' | 'askerName' | 'party'>;

/** Who put a question on the agenda, in words: "gevraagd door Gerda (inwoners)". */
export function askedBy({ askerName, party }: Pick<AgendaQuestion, 'askerName' | 'party'>): string {
	const words = party ? PARTY_WORD[party]() : '';
	if (!askerName) return m.agenda_asked_by_nameless({ party: words });
	return words
		? m.agenda_asked_by_of({ name: askerName, party: words })
		: m.agenda_asked_by({ name: askerName });
}
