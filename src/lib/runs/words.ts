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
