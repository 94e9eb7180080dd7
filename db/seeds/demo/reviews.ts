import type { Concern } from '#domain/change-requests.ts';
import type { Checked, ReviewPerspective } from '#domain/critical-friends.ts';
import type { RoundAnswer } from '#domain/review-rounds.ts';
import type { Ago } from './document.ts';
import type { DemoName } from './people.ts';

type By = { by: DemoName; at: Ago };

/** A round about the text of a study, as far as it got. */
export type DemoRound = {
	/** A study, by its title. */
	of: string;
	by: DemoName;
	asked: readonly DemoName[];
	begun: Ago;
	/** From today; below zero is past. */
	dueInDays: number;
	message: string;
	questions: readonly string[];
	answers: readonly (By & RoundAnswer)[];
	closed?: { at: Ago; name: string };
};

/** A policy text beside a study, with who read it as critical friends. */
export type DemoPolicy = {
	of: string;
	by: DemoName;
	kept: Ago;
	title: string;
	source: string;
	text: string;
	asked: readonly DemoName[];
	dueInDays: number;
	reviews: readonly (By & {
		remarks: readonly { perspective: ReviewPerspective; quote: string; body: string }[];
		checked: Checked;
	})[];
	/** Each to the remark with this quote; null to the whole. */
	replies: readonly (By & { to: string | null; words: string })[];
};

export type DemoRequest = By & {
	of: string;
	askedDaysAgo: number;
	concern: Concern;
	who: string;
	organisation: string;
	what: string;
	answer: By & { words: string };
};

/** What people ask of each other beside the studies of the demo. */
export type DemoReviews = {
	rounds: readonly DemoRound[];
	/** Planned then, for a day that is past. */
	mirrors: readonly { of: string; by: DemoName; planned: Ago; forDaysAgo: number }[];
	policies: readonly DemoPolicy[];
	requests: readonly DemoRequest[];
};
