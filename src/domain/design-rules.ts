import {
	CRITERIA_MAX,
	CRITERION_LEVELS,
	DESIGN_LINE_MAX,
	DESIGN_SENTENCE_MAX,
	DESIGN_WORDS_MAX,
	QUESTIONS_MAX,
	STEP_MINUTES_MAX,
	STEPS_MAX,
	type AssignmentDesign,
	type Criterion,
	type Step
} from './assignments.ts';
import { Invalid } from './errors.ts';
import { oneLine } from './line.ts';

// A design as it is kept: each of these gives what was filled in without what nobody meant to write, and throws
// `Invalid` with the code of a sentence for each field that can't stand.

type Faults = Record<string, string | null>;

export function designAsKept({ steps, rubric, questions }: AssignmentDesign): AssignmentDesign {
	if (steps.length > STEPS_MAX) throw new Invalid({ steps: 'too_many_steps' });
	if (rubric.length > CRITERIA_MAX) throw new Invalid({ rubric: 'too_many_criteria' });
	return {
		steps: steps.map((step, nth) => within(`steps.${nth}`, () => stepAsKept(step))),
		rubric: rubric.map((one, nth) => within(`rubric.${nth}`, () => criterionAsKept(one))),
		questions: questionsAsKept(questions)
	};
}

/** Where nobody writes there is nothing to put a heading above. */
export function stepAsKept(given: Step): Step {
	const step: Step = {
		title: oneLine(given.title),
		task: given.task.trim(),
		minutes: given.minutes,
		speaker: oneLine(given.speaker),
		turn: given.turn,
		outcome: given.turn === 'nobody' ? '' : oneLine(given.outcome),
		not: oneLine(given.not)
	};
	const { minutes } = step;
	const lasts = Number.isInteger(minutes) && minutes >= 1 && minutes <= STEP_MINUTES_MAX;
	refuse({
		title: missing(step.title) ?? longer(step.title, DESIGN_LINE_MAX),
		task: longer(step.task, DESIGN_WORDS_MAX),
		minutes: lasts ? null : 'minutes',
		speaker: longer(step.speaker, DESIGN_LINE_MAX),
		outcome: missingOutcome(step) ?? longer(step.outcome, DESIGN_LINE_MAX),
		not: longer(step.not, DESIGN_LINE_MAX)
	});
	return step;
}

/** A level that was left empty is none. */
export function criterionAsKept(given: Criterion): Criterion {
	const title = oneLine(given.title);
	const levels = given.levels.map(oneLine).filter((level) => level !== '');
	const { least, most } = CRITERION_LEVELS;
	const isEnough = levels.length >= least && levels.length <= most;
	refuse({
		title: missing(title) ?? longer(title, DESIGN_LINE_MAX),
		levels: isEnough ? longest(levels) : 'criterion_levels'
	});
	return { title, levels };
}

/** An empty line asks nothing. */
export function questionsAsKept(given: readonly string[]): string[] {
	const questions = given.map(oneLine).filter((question) => question !== '');
	const fits = questions.length <= QUESTIONS_MAX;
	refuse({ questions: fits ? longest(questions) : 'too_many_peer_questions' });
	return questions;
}

function missing(line: string): string | null {
	return line === '' ? 'required' : null;
}

function missingOutcome({ turn, outcome }: Step): string | null {
	return turn !== 'nobody' && outcome === '' ? 'step_outcome' : null;
}

function longer(words: string, most: number): string | null {
	return words.length > most ? 'too_long' : null;
}

function longest(sentences: readonly string[]): string | null {
	return sentences.some((one) => one.length > DESIGN_SENTENCE_MAX) ? 'too_long' : null;
}

function refuse(faults: Faults): void {
	const fields: Record<string, string> = {};
	for (const [field, fault] of Object.entries(faults)) if (fault) fields[field] = fault;
	if (Object.keys(fields).length > 0) throw new Invalid(fields);
}

/** The same with the row in front of each field that can't stand. */
function within<Row>(row: string, asKept: () => Row): Row {
	try {
		return asKept();
	} catch (caught) {
		if (!(caught instanceof Invalid)) throw caught;
		const named = Object.entries(caught.fields).map(([field, code]) => [`${row}.${field}`, code]);
		throw new Invalid(Object.fromEntries(named));
	}
}
