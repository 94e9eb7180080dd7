import type { VersionPurpose } from '#domain/case-versions.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Level } from '#domain/levels.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import type { State } from '#domain/states.ts';
import { m } from '#lib/paraglide/messages.js';

/** The rule book's own words as people read them, in the language of the page. */
export const KIND_WORD: Record<Kind, () => string> = {
	question: m.kind_question,
	study: m.kind_study,
	case: m.kind_case,
	assignment: m.kind_assignment
};
/** A version of a case, by what it is for. */
export const VERSION_WORD: Record<VersionPurpose, () => string> = {
	teaching: m.version_teaching,
	public: m.version_public
};
export const STATE_WORD: Record<State, () => string> = {
	draft: m.state_draft,
	in_review: m.state_in_review,
	final: m.state_final,
	published: m.state_published,
	archived: m.state_archived
};
export const LEVEL_WORD: Record<Level, () => string> = {
	none: m.level_none,
	view: m.level_view,
	comment: m.level_comment,
	suggest: m.level_suggest,
	edit: m.level_edit,
	manage: m.level_manage,
	owner: m.level_owner
};
export const FUNCTION_WORD: Record<WerkplaatsFunction, () => string> = {
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
export const SENSITIVITY_WORD: Record<Sensitivity, () => string> = {
	open: m.sensitivity_open,
	werkplaats: m.sensitivity_werkplaats,
	restricted: m.sensitivity_restricted,
	vault: m.sensitivity_vault
};
