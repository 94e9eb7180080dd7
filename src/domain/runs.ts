/**
 * An assignment is given many times: to a class that writes for weeks and hands in, or in a workshop that is led
 * round by round. Each time is a run, with groups of its own.
 */
export const RUN_KINDS = ['class', 'workshop'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** How people come into groups: put there, by lot, or by choosing one. */
export const FORMATIONS = ['by_hand', 'random', 'choose'] as const;
export type Formation = (typeof FORMATIONS)[number];

/** Who somebody is within their group, for rounds in which not everybody writes. */
export const GROUP_ROLES = ['presenter', 'scribe'] as const;
export type GroupRole = (typeof GROUP_ROLES)[number];

export const RUN_TITLE_MAX = 120;
export const GROUP_NAME_MAX = 60;
export const GROUPS_MAX = 60;
export const GROUP_SIZE_MAX = 30;

/** What the policy needs to know of a text that a group writes. */
export type WorkFacts = {
	run: string;
	/** Who leads the run reads along only where the group lets them in: a conversation behind closed doors. */
	isPrivate: boolean;
	/** Who is in the group, and what they may do with the text at this moment. */
	members: readonly WorkMember[];
	/** Nobody writes any more: the round is closed, or what they made is final. */
	isClosed: boolean;
};

export type WorkMember = { person: string; mayWrite: boolean };
