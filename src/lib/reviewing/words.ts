import type { Concern } from '#domain/change-requests.ts';
import type { CheckAnswer, CheckItem } from '#domain/critical-friends.ts';
import type { RoundKind, RoundStanding } from '#domain/review-rounds.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayInWords, momentInWords } from '#lib/ui/when.ts';
import { FUNCTION_WORD } from '#lib/ui/words.ts';
import type { Person, Round, Said } from './review.ts';

const ROUND_WORD: Record<RoundKind, () => string> = {
	feedback: m.reviews_kind_feedback,
	mirror: m.reviews_kind_mirror,
	critical_friend: m.reviews_kind_critical_friend
};
export const STANDING_WORD: Record<RoundStanding, () => string> = {
	planned: m.reviews_standing_planned,
	due: m.reviews_standing_due,
	overdue: m.reviews_standing_overdue,
	open: m.reviews_standing_open,
	late: m.reviews_standing_late,
	closed: m.reviews_standing_closed
};
export const CHECK_WORD: Record<CheckItem, () => string> = {
	own_reason: m.reviews_check_own_reason,
	own_words: m.reviews_check_own_words,
	has_a_say: m.reviews_check_has_a_say,
	burden: m.reviews_check_burden,
	one_place: m.reviews_check_one_place,
	way_back: m.reviews_check_way_back
};
export const CHECKED_WORD: Record<CheckAnswer, () => string> = {
	yes: m.reviews_check_yes,
	partly: m.reviews_check_partly,
	no: m.reviews_check_no
};
export const CONCERN_WORD: Record<Concern, () => string> = {
	i_asked: m.reviews_concern_i_asked,
	asked_me: m.reviews_concern_asked_me,
	asked_others: m.reviews_concern_asked_others
};

/** "onderzoeker, Saxion"; what is not known is left out. */
export function detailOf({ function: as, organisation }: Person): string {
	return [as && FUNCTION_WORD[as](), organisation].filter(Boolean).join(', ');
}

/** "nog 3 dagen"; null where no day is waited for. */
export function daysInWords({ daysLeft }: Pick<Round, 'daysLeft'>): string | null {
	if (daysLeft === null) return null;
	if (daysLeft === 0) return m.reviews_days_left_none();
	if (daysLeft === 1) return m.reviews_days_left_one();
	if (daysLeft > 1) return m.reviews_days_left_many({ days: daysLeft });
	if (daysLeft === -1) return m.reviews_days_over_one();
	return m.reviews_days_over_many({ days: -daysLeft });
}

/** How many answered, or signed. */
export function progressInWords({ kind, progress }: Pick<Round, 'kind' | 'progress'>): string {
	return kind === 'critical_friend'
		? m.reviews_progress_signed(progress)
		: m.reviews_progress(progress);
}

/** Whose words they are, and when they were said. */
export function saidInWords({ by, at }: Pick<Said, 'by' | 'at'>): string {
	return m.reviews_said_by({ name: by?.name ?? '', when: momentInWords(at) });
}

/** What a round is called in a list. */
export function roundName(
	{ kind, begunAt, plannedFor }: Pick<Round, 'kind' | 'begunAt' | 'plannedFor'>,
	policy: string | null
): string {
	if (kind === 'critical_friend' && policy) return m.reviews_about_policy({ title: policy });
	const day = begunAt ?? plannedFor;
	const name = ROUND_WORD[kind]();
	return day ? m.reviews_see_of({ kind: name, day: dayInWords(day) }) : name;
}
