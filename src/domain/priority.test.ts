import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARTIES, type Party } from './parties.ts';
import { leadsOf, prioritiesOf, type Dot } from './priority.ts';
import { agendaOf, type QuestionFacts } from './questions.ts';

const asked = (id: string, given: Partial<QuestionFacts> = {}): QuestionFacts => ({
	...{ id, decision: 'clarified', mergedInto: null, answers: [] },
	...given
});
const IDS = ['a', 'b', 'c', 'd', 'e'];
const open = agendaOf(IDS.map((id) => asked(id)));
/** People of a party who each give their dots to these questions. */
const people = (party: Party, count: number, ...questions: string[]): Dot[] =>
	Array.from({ length: count }, (_, nth) => `${party} ${nth}`).flatMap((person) =>
		questions.map((question) => ({ person, party, question }))
	);

const anyParty = fc.constantFrom(...PARTIES);
const anyPerson = fc.record({
	party: anyParty,
	questions: fc.subarray(IDS, { minLength: 1, maxLength: 3 })
});
const anyDots = fc
	.array(anyPerson, { maxLength: 12 })
	.map((all) =>
		all.flatMap(({ party, questions }, nth) =>
			questions.map((question): Dot => ({ person: `p${nth}`, party, question }))
		)
	);

describe('every party weighs the same', () => {
	test('by hand: one citizen beside three researchers', () => {
		const dots = [
			...people('citizens', 1, 'a', 'b'),
			...people('research', 3, 'b'),
			{ person: 'research 0', party: 'research', question: 'c' } as const
		];
		const found = prioritiesOf(open, dots);
		expect(found.get('a')?.score).toBeCloseTo(0.5);
		expect(found.get('b')?.score).toBeCloseTo(0.5 + 0.75);
		expect(found.get('c')?.score).toBeCloseTo(0.25);
		expect(found.get('d')).toEqual({
			score: 0,
			shares: { citizens: 0, practice: 0, municipality: 0, research: 0, education: 0 }
		});
	});

	test('a hundred researchers do not outvote a group of citizens', () => {
		const dots = [...people('citizens', 4, 'a'), ...people('research', 100, 'b')];
		const found = prioritiesOf(open, dots);
		expect(found.get('a')?.score).toBe(1);
		expect(found.get('b')?.score).toBe(1);
		const practice = prioritiesOf(open, [...dots, ...people('practice', 1, 'a')]);
		expect(practice.get('a')!.score).toBeGreaterThan(practice.get('b')!.score);
	});

	test('no number of researchers changes the share of the citizens', () => {
		fc.assert(
			fc.property(
				anyDots,
				fc.integer({ min: 1, max: 200 }),
				fc.subarray(IDS, { minLength: 1, maxLength: 3 }),
				(dots, count, questions) => {
					const before = prioritiesOf(open, dots);
					const crowd = people('research', count, ...questions);
					const after = prioritiesOf(open, [...dots, ...crowd]);
					for (const id of IDS) {
						const share = before.get(id)!.shares.citizens;
						expect(after.get(id)!.shares.citizens).toBe(share);
						expect(after.get(id)!.score).toBeGreaterThanOrEqual(share);
					}
				}
			)
		);
	});

	test('the shares of a party that gave dots make one, and the scores count the parties', () => {
		fc.assert(
			fc.property(anyDots, (dots) => {
				const found = [...prioritiesOf(open, dots).values()];
				const gave = new Set(dots.map((dot) => dot.party));
				for (const party of PARTIES) {
					const sum = found.reduce((total, { shares }) => total + shares[party], 0);
					expect(sum).toBeCloseTo(gave.has(party) ? 1 : 0);
				}
				const total = found.reduce((sum, { score }) => sum + score, 0);
				expect(total).toBeCloseTo(gave.size);
			})
		);
	});
});

describe('doubles', () => {
	const merged = (into: Record<string, string>) =>
		agendaOf(
			IDS.map((id) =>
				into[id] ? asked(id, { decision: 'merged', mergedInto: into[id] }) : asked(id)
			)
		);

	test('by hand: who asked for both counts once, and who asked for one is not lost', () => {
		const dots = [
			...people('practice', 1, 'a', 'b', 'c'),
			{ person: 'other', party: 'practice', question: 'b' } as const
		];
		const found = prioritiesOf(merged({ b: 'a' }), dots);
		// Two for a, one for c.
		expect(found.get('a')?.score).toBeCloseTo(2 / 3);
		expect(found.get('c')?.score).toBeCloseTo(1 / 3);
		expect(found.has('b')).toBe(false);
	});

	test('merging counts nobody twice, and gives the same as dots on the one question', () => {
		fc.assert(
			fc.property(anyDots, (dots) => {
				const found = prioritiesOf(merged({ b: 'a', c: 'b' }), dots);
				const moved = dots.map((dot) => ({
					...dot,
					question: ['b', 'c'].includes(dot.question) ? 'a' : dot.question
				}));
				const once = moved.filter(
					(dot, at) =>
						moved.findIndex((m) => m.person === dot.person && m.question === dot.question) === at
				);
				const expected = prioritiesOf(agendaOf(['a', 'd', 'e'].map((id) => asked(id))), once);
				expect(found).toEqual(expected);
			})
		);
	});
});

test('dots on what is answered or dropped weigh nothing, and come back to who gave them', () => {
	const agenda = agendaOf([
		asked('a'),
		asked('done', { answers: ['published'] }),
		asked('no', { decision: 'dropped' })
	]);
	const found = prioritiesOf(agenda, people('education', 2, 'a', 'done', 'no'));
	expect([...found.keys()]).toEqual(['a']);
	expect(found.get('a')?.score).toBe(1);
	expect(leadsOf(agenda, ['a', 'done', 'no', 'nowhere'])).toEqual(new Set(['a']));
});
