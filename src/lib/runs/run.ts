import type { AssignmentDesign } from '#domain/assignments.ts';
import type { Progress } from '#domain/hand-in.ts';
import type { Formation, GroupRole, RunKind } from '#domain/runs.ts';

export type Person = { id: string; name: string };

export type Member = { person: Person; role: GroupRole | null };

export type Group = {
	id: string;
	name: string;
	members: Member[];
	size: number;
	finalAt: Date | null;
};

/** One time that an assignment was given, as every page of it knows it. */
export type Run = {
	id: string;
	title: string;
	assignment: { id: string; title: string };
	werkplaats: { slug: string; name: string };
	design: AssignmentDesign;
	formation: Formation;
	groupSize: number;
	dueAt: Date | null;
	closesAt: Date | null;
	reviews: number;
	isAnonymous: boolean;
	openedAt: Date;
	endedAt: Date | null;
};

/** One time, as lists show it. */
export type ListedRun = {
	id: string;
	kind: RunKind;
	title: string;
	dueAt: Date | null;
	openedAt: Date;
	endedAt: Date | null;
	/** How many groups are how far, for who leads a class. */
	counts?: Readonly<Record<Progress, number>> | null;
};

export type HandIn = {
	id: string;
	nth: number;
	handedInAt: Date;
	/** Null for who is not to know whose it is. */
	by: string | null;
	isLate: boolean;
	words: number;
	sha256: string;
	returnedAt: Date | null;
};

export type Given = {
	id: string;
	by: 'teacher' | 'peer';
	/** The teacher, or the group; null where groups don't know of each other who they are. */
	from: string | null;
	/** On which hand-in. */
	nth: number;
	marks: readonly { criterion: string; level: string }[];
	answers: readonly { question: string; answer: string }[];
	remarks: string;
	givenAt: Date;
};

/** Work of another group that the own group was given to look at. */
export type ToReview = {
	id: string;
	submission: string;
	of: string | null;
	givenAt: Date | null;
};

export type Contribution = {
	person: Person;
	words: number;
	share: number;
	says: string;
	confirmedAt: Date | null;
	isSelf: boolean;
};

/** The work of one group, for itself and for who leads. */
export type Work = {
	group: Group;
	progress: Progress;
	isLateNow: boolean;
	/** Why it can't be handed in now; null when it can. */
	mayHandIn: string | null;
	submissions: HandIn[];
	feedback: Given[];
	toReview: ToReview[];
	contributions: Contribution[];
};

/** How a group is doing, in the overview of who leads. */
export type GroupStanding = {
	group: { id: string; name: string };
	members: Person[];
	progress: Progress;
	words: number;
	lastHandIn: HandIn | null;
	isLate: boolean;
	/** What it was asked to look at, and how much of that it did. */
	peer: { given: number; expected: number };
	/** How often somebody gave it feedback. */
	received: number;
	finalAt: Date | null;
};

/** What a form shows again after it was refused. */
export type Refusal = {
	action: string;
	fields: Record<string, string>;
	conflict?: string;
	values: Record<string, string>;
};

/** Feedback that somebody is writing. */
export type FeedbackDraft = Pick<Given, 'marks' | 'answers' | 'remarks'> & {
	/** Null: nobody began it. */
	review: string | null;
	/** To send along, so that nobody writes over what they did not see. */
	revision: number;
};

/** What somebody takes part in, with one sentence about what is asked of them. */
export type AskedRun = {
	id: string;
	kind: RunKind;
	title: string;
	dueAt: Date | null;
	words: string;
};
