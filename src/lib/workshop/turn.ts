import type { Turn } from '#domain/turns.ts';
import { mayWriteIn } from '#domain/turns.ts';
import type { GroupRole } from '#domain/runs.ts';
import { m } from '#lib/paraglide/messages.js';
import type { GroupMember } from './workshop.ts';

const TURN_WORD: Record<Turn, () => string> = {
	everybody: m.workshop_writes_everybody,
	presenter: m.workshop_writes_presenter,
	all_but_presenter: m.workshop_writes_all_but_presenter,
	scribe: m.workshop_writes_scribe,
	nobody: m.workshop_writes_nobody
};

export const ROLE_WORD: Record<GroupRole, () => string> = {
	presenter: m.workshop_role_presenter,
	scribe: m.workshop_role_scribe
};

/** Who writes in a round, in words: with their names where it is not everybody. */
export function writersInWords(turn: Turn, members: readonly GroupMember[]): string {
	const writers = writersOf(turn, members);
	if (turn === 'everybody' || turn === 'nobody' || writers.length === 0) return TURN_WORD[turn]();
	if (writers.length === members.length) return m.workshop_writes_everybody();
	return namesInWords(writers.map((member) => calledHere(member)));
}

/** Why somebody does not write now, and who does. */
export function outOfTurn(turn: Turn, members: readonly GroupMember[]): string {
	if (turn === 'nobody') return m.workshop_turn_nobody();
	if (turn === 'all_but_presenter') return m.workshop_turn_all_but();
	const writers = writersOf(turn, members).map((member) => calledHere(member));
	return m.workshop_turn_of({
		names: writers.length > 0 ? namesInWords(writers) : TURN_WORD[turn]()
	});
}

/** Names as one says them: "jij, Lotte en Wim". */
export function namesInWords(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	if (names.length < 2) return last;
	return m.workshop_you_and({ you: names.slice(0, -1).join(', '), others: last });
}

/** Oneself first, as "jij". */
export function groupInWords(members: readonly GroupMember[]): string {
	const sorted = members.toSorted((one, other) => Number(other.isSelf) - Number(one.isSelf));
	return namesInWords(sorted.map((member) => calledHere(member)));
}

function calledHere({ name, isSelf }: GroupMember): string {
	return isSelf ? m.workshop_group_you() : name || m.workshop_nameless();
}

function writersOf(turn: Turn, members: readonly GroupMember[]): GroupMember[] {
	const taken = members.map(({ role }) => role);
	return members.filter(({ role }) => mayWriteIn(turn, role, taken));
}
