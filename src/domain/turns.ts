import type { GroupRole } from './runs.ts';

/** Whose turn it is to write in a round. */
export const TURNS = ['everybody', 'presenter', 'all_but_presenter', 'scribe', 'nobody'] as const;
export type Turn = (typeof TURNS)[number];

/**
 * Whether somebody with this role in the group may write in a round. In a group that has chosen nobody for a role, a
 * turn of that role is everybody's: else nobody could begin.
 */
export function mayWriteIn(
	turn: Turn,
	own: GroupRole | null,
	taken: readonly (GroupRole | null)[]
): boolean {
	if (turn === 'nobody') return false;
	if (turn === 'everybody') return true;
	const role = turn === 'scribe' ? 'scribe' : 'presenter';
	if (!taken.includes(role)) return true;
	return turn === 'all_but_presenter' ? own !== 'presenter' : own === role;
}

/** Whether a group writes anything in a round: something is to come out of it, and somebody may put it down. */
export function isWritten({ turn, outcome }: { turn: Turn; outcome: string }): boolean {
	return turn !== 'nobody' && outcome.trim() !== '';
}
