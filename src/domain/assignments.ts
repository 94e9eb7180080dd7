import type { Turn } from './turns.ts';

/** What an assignment has besides its text, and what a run takes over from it when it begins. */
export type AssignmentDesign = {
	steps: readonly Step[];
	rubric: readonly Criterion[];
	/** What groups ask themselves about each other's work. */
	questions: readonly string[];
};

/** A round: what a group does, for how long, who speaks and who writes. */
export type Step = {
	title: string;
	/** What to do, in words for who takes part. */
	task: string;
	minutes: number;
	/** Who speaks, in words: "de inbrenger", "iedereen om de beurt". Empty: it does not matter. */
	speaker: string;
	turn: Turn;
	/** What comes out of it, as the heading of what the group writes; empty: nothing is written. */
	outcome: string;
	/** What not to do, in words: "geen advies". */
	not: string;
};

/** One row of a rubric: what is looked at, and what it is like on each level, from least to most. */
export type Criterion = { title: string; levels: readonly string[] };

export const NO_DESIGN: AssignmentDesign = { steps: [], rubric: [], questions: [] };

export const STEPS_MAX = 12;
export const STEP_MINUTES_MAX = 480;
export const CRITERIA_MAX = 10;
export const CRITERION_LEVELS = { least: 2, most: 6 } as const;
export const QUESTIONS_MAX = 10;
/** Characters of a title, and of what explains one. */
export const DESIGN_LINE_MAX = 120;
export const DESIGN_WORDS_MAX = 1000;
/** Of what a level is like, and of a question. */
export const DESIGN_SENTENCE_MAX = 300;

export function minutesOf(steps: readonly Pick<Step, 'minutes'>[]): number {
	return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}
