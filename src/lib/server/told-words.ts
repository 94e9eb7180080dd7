import type { EventRow } from '#db/queries/events.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { STATES, type State } from '#domain/states.ts';
import type { ToldName } from '#domain/telling.ts';
import { m } from '#lib/paraglide/messages.js';

export type Language = 'nl' | 'en';
type Sentence = (who: { who: string }, options: { locale: Language }) => string;

const SENTENCES: Record<Exclude<ToldName, 'document.change_state'>, Sentence> = {
	'comment.mentioned': m.told_comment_mentioned,
	'thread.assigned': m.told_thread_assigned,
	'thread.started': m.told_thread_started,
	'comment.added': m.told_comment_added,
	'thread.resolved': m.told_thread_resolved,
	'thread.reopened': m.told_thread_reopened,
	'suggestion.made': m.told_suggestion_made,
	'suggestion.accepted': m.told_suggestion_accepted,
	'suggestion.rejected': m.told_suggestion_rejected,
	'version.named': m.told_version_named,
	'version.restored': m.told_version_restored,
	'document.created': m.told_document_created,
	'document.shared': m.told_document_shared,
	'gate.signed': m.told_gate_signed,
	'study.closing_said': m.told_study_closing_said,
	'voice.given': m.told_voice_given,
	'case.revealed': m.told_case_revealed,
	'case.version_made': m.told_case_version_made,
	'question.curated': m.told_question_curated,
	'question.taken_up': (_, options) => m.told_question_taken_up({}, options),
	'question.answered': (_, options) => m.told_question_answered({}, options),
	'run.joined': m.told_run_joined,
	'run.handed_in': m.told_run_handed_in,
	'run.reviews_allocated': m.told_run_reviews_allocated,
	'run.feedback_given': (_, options) => m.told_run_feedback_given({}, options),
	'run.returned': m.told_run_returned,
	'run.finished': m.told_run_finished,
	'round.asked': m.told_round_asked,
	'round.reminded': m.told_round_reminded,
	'round.answered': m.told_round_answered,
	'round.closed': m.told_round_closed,
	'mirror.planned': m.told_mirror_planned,
	'mirror.called_off': m.told_mirror_called_off,
	'mirror.due': (_, options) => m.told_mirror_due({}, options),
	'mirror.begun': m.told_mirror_begun,
	'mirror.changes_said': m.told_mirror_changes_said,
	'policy.kept': m.told_policy_kept,
	'critical_friend.signed': m.told_friend_signed,
	'critical_friend.replied': m.told_friend_replied,
	'critical_friend.remark_replied': m.told_remark_replied,
	'findings.change_requested': m.told_change_requested,
	'findings.change_answered': m.told_change_answered
};

const STATE_WORDS: Record<State, (inputs: object, options: { locale: Language }) => string> = {
	draft: m.state_draft,
	in_review: m.state_in_review,
	final: m.state_final,
	published: m.state_published,
	archived: m.state_archived
};

const FUNCTION_WORDS: Record<
	WerkplaatsFunction,
	(inputs: object, options: { locale: Language }) => string
> = {
	coordinator: m.function_coordinator,
	lector: m.function_lector,
	researcher: m.function_researcher,
	teacher: m.function_teacher,
	student: m.function_student,
	professional: m.function_professional,
	policy_officer: m.function_policy_officer,
	citizen: m.function_citizen,
	national: m.function_national,
	guest: m.function_guest
};

type Happened = { name: ToldName; who: string | null; details: EventRow['details'] };

/** What happened, as a sentence in the language of who reads it; without a name for who may not know whose it is. */
export function toldSentence({ name, who: by, details }: Happened, locale: Language): string {
	const who = by ?? m.told_somebody({}, { locale });
	if (name !== 'document.change_state') return SENTENCES[name]({ who }, { locale });
	const state = STATES.find((each) => each === details?.state) ?? 'draft';
	return m.told_document_change_state(
		{ who, state: STATE_WORDS[state]({}, { locale }) },
		{ locale }
	);
}

export function functionWord(as: WerkplaatsFunction, locale: Language): string {
	return FUNCTION_WORDS[as]({}, { locale });
}
