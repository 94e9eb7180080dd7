import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GROUP_ROLES, type GroupRole } from './runs.ts';
import { mayWriteIn, TURNS, type Turn } from './turns.ts';

type Member = GroupRole | null;
const MEMBERS: readonly Member[] = [...GROUP_ROLES, null];

/** Who writes, by hand: per turn and per roles that somebody in the group has. */
const WRITES: Record<Turn, Record<'nobody' | 'presenter' | 'scribe' | 'both', Member[]>> = {
	everybody: {
		nobody: [null],
		presenter: ['presenter', null],
		scribe: ['scribe', null],
		both: ['presenter', 'scribe', null]
	},
	presenter: {
		nobody: [null],
		presenter: ['presenter'],
		scribe: ['scribe', null],
		both: ['presenter']
	},
	all_but_presenter: {
		nobody: [null],
		presenter: [null],
		scribe: ['scribe', null],
		both: ['scribe', null]
	},
	scribe: {
		nobody: [null],
		presenter: ['presenter', null],
		scribe: ['scribe'],
		both: ['scribe']
	},
	nobody: { nobody: [], presenter: [], scribe: [], both: [] }
};
const TAKEN: Record<keyof (typeof WRITES)[Turn], Member[]> = {
	nobody: [null, null],
	presenter: ['presenter', null],
	scribe: ['scribe', null],
	both: ['presenter', 'scribe', null]
};

describe.each(TURNS)('a turn of %s', (turn) => {
	test.each(['nobody', 'presenter', 'scribe', 'both'] as const)('with a role for %s', (roles) => {
		const group = TAKEN[roles];
		const writes = MEMBERS.filter((own) => group.includes(own) && mayWriteIn(turn, own, group));
		expect(writes).toEqual(WRITES[turn][roles]);
	});
});

const anyGroup = fc.array(fc.constantFrom(...MEMBERS), { minLength: 1, maxLength: 8 });
const writers = (turn: Turn, group: Member[]) =>
	group.filter((own) => mayWriteIn(turn, own, group));

test('in a group that chose nobody for a role everybody writes, in every round that is written in', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 8 }), (size) => {
			const group = Array.from({ length: size }, () => null);
			for (const turn of TURNS) {
				expect(writers(turn, group)).toHaveLength(turn === 'nobody' ? 0 : size);
			}
		})
	);
});

test('somebody can always write, except where all are to be silent', () => {
	fc.assert(
		fc.property(anyGroup, fc.constantFrom(...TURNS), (group, turn) => {
			const isAllPresenters = group.every((own) => own === 'presenter');
			const isSilent = turn === 'nobody' || (turn === 'all_but_presenter' && isAllPresenters);
			expect(writers(turn, group).length > 0).toBe(!isSilent);
		})
	);
});

test('the presenter and all others divide a group, when there is a presenter', () => {
	fc.assert(
		fc.property(anyGroup, (group) => {
			const isChosen = group.includes('presenter');
			for (const own of group) {
				const alone = mayWriteIn('presenter', own, group);
				const others = mayWriteIn('all_but_presenter', own, group);
				expect(others).toBe(isChosen ? !alone : true);
				if (!isChosen) expect(alone).toBe(true);
			}
		})
	);
});

test('when somebody takes a role, only rounds of that role change for the others', () => {
	fc.assert(
		fc.property(anyGroup, fc.constantFrom(...GROUP_ROLES), (group, role) => {
			const others = group.filter((own) => own !== role);
			const [before, after] = [others, [...others, role]];
			for (const own of others) {
				for (const turn of TURNS) {
					const isOfRole = turn === role;
					expect(mayWriteIn(turn, own, after)).toBe(
						isOfRole ? false : mayWriteIn(turn, own, before)
					);
				}
			}
		})
	);
});
