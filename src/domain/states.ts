import type { Level } from './levels.ts';

export const STATES = ['draft', 'in_review', 'final', 'published', 'archived'] as const;
export type State = (typeof STATES)[number];

/** One step forward or back, and into the archive from everywhere: nothing is published unread. */
const NEXT: Record<State, readonly State[]> = {
	draft: ['in_review', 'archived'],
	in_review: ['draft', 'final', 'archived'],
	final: ['in_review', 'published', 'archived'],
	published: ['final', 'archived'],
	archived: ['draft']
};

export function nextStates(state: State): readonly State[] {
	return NEXT[state];
}

/**
 * What may at most be done with the *text* in a state. Who manages the document keeps managing it,
 * so that it can be taken back to a state in which people write.
 */
export const TEXT_CAP: Record<State, Level> = {
	draft: 'owner',
	in_review: 'owner',
	final: 'comment',
	published: 'view',
	archived: 'view'
};

/** Days that a deleted document stays in the bin. */
export const BIN_DAYS = 30;
