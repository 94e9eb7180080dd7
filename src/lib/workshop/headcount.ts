import { m } from '#lib/paraglide/messages.js';
import type { Board, BoardMember } from './workshop.ts';

export function everybody({ groups, waiting }: Pick<Board, 'groups' | 'waiting'>): BoardMember[] {
	return [...groups.flatMap(({ members }) => members), ...waiting];
}

/** "31 deelnemers in 8 groepen". */
export function headcount(board: Pick<Board, 'groups' | 'waiting'>): string {
	const people = everybody(board).length;
	const groups = board.groups.length;
	if (people === 0) return m.workshop_people_none();
	const who = people === 1 ? m.workshop_people_one() : m.workshop_people_count({ count: people });
	if (groups === 0) return who;
	const where = groups === 1 ? m.workshop_groups_one() : m.workshop_groups_count({ count: groups });
	return m.workshop_people_in({ who, where });
}
