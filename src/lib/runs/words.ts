import type { Progress } from '#domain/hand-in.ts';
import type { Formation } from '#domain/runs.ts';
import { m } from '#lib/paraglide/messages.js';

export const PROGRESS_WORD: Record<Progress, () => string> = {
	not_begun: m.runs_progress_not_begun,
	writing: m.runs_progress_writing,
	handed_in: m.runs_progress_handed_in,
	feedback: m.runs_progress_feedback,
	done: m.runs_progress_done
};

export const FORMATION_WORD: Record<Formation, () => string> = {
	by_hand: m.runs_formation_by_hand,
	random: m.runs_formation_random,
	choose: m.runs_formation_choose
};

export function wordsInWords(count: number): string {
	if (count === 0) return m.runs_words_none();
	return count === 1 ? m.runs_words_one() : m.runs_words({ count });
}

/** How many take part, in how many groups; null when there is nobody yet. */
export function sizeInWords(people: number, groups: number): string | null {
	if (people === 0) return null;
	const who =
		people === 1 ? m.runs_overview_people_one() : m.runs_overview_people({ count: people });
	if (groups === 0) return who;
	const where =
		groups === 1 ? m.runs_overview_groups_one() : m.runs_overview_groups({ count: groups });
	return `${who} · ${where}`;
}
