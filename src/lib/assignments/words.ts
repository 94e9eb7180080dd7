import { minutesOf, type AssignmentDesign, type Step } from '#domain/assignments.ts';
import type { FormatName } from '#domain/formats/format.ts';
import type { Turn } from '#domain/turns.ts';
import { m } from '#lib/paraglide/messages.js';

/** Who writes in a round. */
export const TURN_WORD: Record<Turn, () => string> = {
	everybody: m.assignments_turn_everybody,
	presenter: m.assignments_turn_presenter,
	all_but_presenter: m.assignments_turn_all_but_presenter,
	scribe: m.assignments_turn_scribe,
	nobody: m.assignments_turn_nobody
};

export const FORMAT_WORDS: Record<FormatName, { name: () => string; about: () => string }> = {
	incident: { name: m.assignments_format_incident, about: m.assignments_format_about_incident },
	gossip: { name: m.assignments_format_gossip, about: m.assignments_format_about_gossip },
	five_steps: { name: m.assignments_format_five, about: m.assignments_format_about_five },
	ten_steps: { name: m.assignments_format_ten, about: m.assignments_format_about_ten },
	balint: { name: m.assignments_format_balint, about: m.assignments_format_about_balint },
	dilemma: { name: m.assignments_format_dilemma, about: m.assignments_format_about_dilemma },
	socratic: { name: m.assignments_format_socratic, about: m.assignments_format_about_socratic },
	case_inquiry: { name: m.assignments_format_inquiry, about: m.assignments_format_about_inquiry },
	dialogue: { name: m.assignments_format_dialogue, about: m.assignments_format_about_dialogue }
};

export function minutesInWords(minutes: number): string {
	return minutes === 1 ? m.assignments_minutes_one() : m.assignments_minutes({ minutes });
}

export function roundsInWords(count: number): string {
	return count === 1 ? m.assignments_rounds_one() : m.assignments_rounds({ count });
}

/** "5 rondes, 90 minuten" */
export function roundsAndTime(steps: readonly Step[]): string {
	return `${roundsInWords(steps.length)}, ${minutesInWords(minutesOf(steps))}`;
}

/** What there is of a design, each in a few words; nothing of what is not there. */
export function inShort({ steps, rubric, questions }: AssignmentDesign): string[] {
	const criteria = { count: rubric.length };
	return [
		...(steps.length > 0 ? [roundsAndTime(steps)] : []),
		...(rubric.length === 1 ? [m.assignments_rubric_with_one()] : []),
		...(rubric.length > 1 ? [m.assignments_rubric_with(criteria)] : []),
		...(questions.length === 1 ? [m.assignments_questions_one()] : []),
		...(questions.length > 1 ? [m.assignments_questions_some({ count: questions.length })] : [])
	];
}
