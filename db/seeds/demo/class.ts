import type { AssignmentDesign } from '#domain/assignments.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Ago } from './document.ts';
import type { DemoName } from './people.ts';

/** What somebody wrote after what their group had. */
export type DemoWritten = Ago & { by: DemoName; lines: readonly Content[] };

/** What is said of a group's work: for each criterion of the rubric the nth level, for each question an answer. */
export type DemoFeedback = Ago & {
	levels?: readonly number[];
	answers?: readonly string[];
	remarks?: string;
};

/** What a group did until it handed in, and what came of that. */
export type DemoTurn = {
	written: readonly DemoWritten[];
	handedIn?: Ago & { by: DemoName };
	/** Who says of their own part that it is so, and what they did besides. */
	confirmed?: readonly { by: DemoName; says: string }[];
	/** By the group that was asked to look. */
	peers?: DemoFeedback;
	teacher?: DemoFeedback;
	returned?: Ago;
};

export type DemoGroup = {
	name: string;
	members: readonly DemoName[];
	turns: readonly DemoTurn[];
	finished?: Ago;
};

/** An assignment with its design, and one time that it was given to a class. */
export type DemoClass = {
	/** The title of the assignment. */
	of: string;
	by: DemoName;
	design: AssignmentDesign;
	guide?: Content;
	title: string;
	begun: Ago;
	/** Days ago; below 0 it is still to come. */
	due: Ago;
	closes: Ago;
	reviews: number;
	isAnonymous: boolean;
	/** When groups were asked to look at each other's work. */
	allocated: Ago;
	groups: readonly DemoGroup[];
};
