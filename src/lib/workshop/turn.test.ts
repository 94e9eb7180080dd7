import { expect, test } from 'vitest';
import type { GroupRole } from '#domain/runs.ts';
import { groupInWords, outOfTurn, writersInWords } from './turn.ts';
import type { GroupMember } from './workshop.ts';

const member = (name: string, role: GroupRole | null = null, isSelf = false): GroupMember => ({
	id: name,
	name,
	role,
	isSelf
});
const group = [member('Lotte'), member('Wim', 'scribe'), member('Fatma', 'presenter', true)];

test('a group names oneself first, and who was forgotten without a name', () => {
	expect(groupInWords(group)).toBe('jij, Lotte en Wim');
	expect(groupInWords([member('Wim'), member('')])).toBe('Wim en Deelnemer');
});

test('who writes is said by name, unless it is everybody', () => {
	expect(writersInWords('everybody', group)).toBe('iedereen');
	expect(writersInWords('scribe', group)).toBe('Wim');
	expect(writersInWords('presenter', group)).toBe('jij');
	expect(writersInWords('all_but_presenter', group)).toBe('Lotte en Wim');
	expect(writersInWords('nobody', group)).toBe('niemand');
});

test('who may not write now hears who does', () => {
	expect(outOfTurn('scribe', group)).toContain('Wim');
	expect(outOfTurn('all_but_presenter', group)).toContain('luister jij');
	expect(outOfTurn('nobody', group)).toContain('niemand');
});
