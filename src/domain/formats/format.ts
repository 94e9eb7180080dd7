import type { Step } from '../assignments.ts';

/** The shipped ways to talk about a case together, in the order in which they are offered. */
export const FORMAT_NAMES = [
	'incident',
	'gossip',
	'five_steps',
	'ten_steps',
	'balint',
	'dilemma',
	'socratic',
	'case_inquiry',
	'dialogue'
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** The rounds of a conversation, one after the other. In Dutch only, as all starting texts are. */
export type Format = readonly Step[];

/** What all rounds share that nobody says anything else about. */
export const ROUND = { speaker: 'iedereen', turn: 'scribe', not: '' } as const;

/** A round in which who brought the case in listens only. */
export const WITHOUT_PRESENTER = {
	speaker: 'iedereen behalve de inbrenger',
	turn: 'all_but_presenter',
	not: ''
} as const;
