import type { Step } from '#domain/assignments.ts';
import type { Formation, GroupRole } from '#domain/runs.ts';

/** The round that a workshop is in, or was in last. */
export type Round = {
	/** From one. */
	nth: number;
	of: number;
	step: Step;
	beganAt: Date;
	endsAt: Date;
	closedAt: Date | null;
};

/** A workshop as who takes part sees it: one thing at a time. */
export type Floor = {
	run: { id: string; title: string; endedAt: Date | null; isPrivate: boolean };
	/** What time it is for the server: clocks of phones differ. */
	now: Date;
	me: { id: string; name: string; isVisitor: boolean };
	group: { id: string; name: string; members: GroupMember[] } | null;
	/** Only while one may choose. */
	groups: { id: string; name: string; size: number; room: number }[];
	/** Null: not begun. */
	round: Round | null;
	text: { partId: string; mayWrite: boolean } | null;
	/** What the own group wrote in other rounds. */
	earlier: { nth: number; title: string; html: string }[];
	harvestId: string | null;
};

/** An empty name is of somebody who was forgotten. */
export type GroupMember = { id: string; name: string; role: GroupRole | null; isSelf: boolean };

/** A workshop as who leads it sees it. */
export type Board = {
	run: {
		id: string;
		title: string;
		formation: Formation;
		groupSize: number;
		/** Who leads does not read along. */
		isPrivate: boolean;
		endedAt: Date | null;
	};
	assignment: { id: string; title: string };
	/** What people come in with, and where; null when nobody comes in any more. */
	entrance: { code: string; link: string } | null;
	now: Date;
	steps: readonly Step[];
	round: Round | null;
	groups: BoardGroup[];
	waiting: BoardMember[];
	harvestId: string | null;
} & BoardNews;

export type BoardMember = {
	id: string;
	name: string;
	role: GroupRole | null;
	isVisitor: boolean;
};
export type BoardGroup = { id: string; name: string; members: BoardMember[] };

/** What changes on a board from second to second. */
export type BoardNews = {
	/** Said when it is asked what changed after this. */
	since: string;
	texts: BoardText[];
	/** Who has a text of this round open now, and who of them writes. */
	here: string[];
	writing: string[];
};
export type BoardText = { group: string; html: string | null; words: number; changedAt: Date };

/** What a form shows again when it was refused. */
export type Refusal = {
	action: string;
	fields: Record<string, string>;
	conflict?: string;
	values: Record<string, string>;
};

/** What all groups wrote. */
export type Harvest = {
	run: { id: string; title: string; endedAt: Date | null };
	groups: { id: string; name: string }[];
	/** Per group in the order of `groups`; null where it wrote nothing. */
	rounds: {
		nth: number;
		title: string;
		outcome: string;
		texts: ({ html: string; words: number } | null)[];
	}[];
	harvestId: string | null;
};
