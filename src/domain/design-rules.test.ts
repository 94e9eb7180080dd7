import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Criterion, Step } from './assignments.ts';
import { criterionAsKept, designAsKept, questionsAsKept, stepAsKept } from './design-rules.ts';
import { Invalid } from './errors.ts';
import { TURNS } from './turns.ts';

const STEP: Step = {
	...{ title: 'Vragen', task: 'Vraag door.', minutes: 10, speaker: '' },
	...{ turn: 'everybody', outcome: 'Antwoorden', not: '' }
};
const CRITERION: Criterion = { title: 'Luistert', levels: ['nog niet', 'soms', 'altijd'] };

/** The codes of what can't stand, by field. */
function faultsOf(kept: () => unknown): Record<string, string> {
	try {
		kept();
	} catch (caught) {
		if (caught instanceof Invalid) return caught.fields;
		throw caught;
	}
	return {};
}

const step = (given: Partial<Step>) => faultsOf(() => stepAsKept({ ...STEP, ...given }));
const criterion = (given: Partial<Criterion>) =>
	faultsOf(() => criterionAsKept({ ...CRITERION, ...given }));

test('what stands in one line loses its breaks, and what is empty at its ends goes', () => {
	const typed = { ...STEP, title: ' Vragen \n stellen ', task: '\n Vraag door.\nEn luister. ' };
	expect(stepAsKept(typed)).toEqual({
		...{ ...STEP, title: 'Vragen stellen', task: 'Vraag door.\nEn luister.' }
	});
});

test('a round has a title, and lasts whole minutes: from one to a working day', () => {
	expect(step({ title: ' \n ' })).toEqual({ title: 'required' });
	for (const minutes of [1, 480]) expect(step({ minutes })).toEqual({});
	for (const minutes of [0, 481, 2.5, Number.NaN])
		expect(step({ minutes })).toEqual({ minutes: 'minutes' });
});

test('a round in which somebody writes says what comes out, and one in which nobody does not', () => {
	expect(step({ outcome: '' })).toEqual({ outcome: 'step_outcome' });
	expect(stepAsKept({ ...STEP, turn: 'nobody' }).outcome).toBe('');
});

test('every line and every explanation has an end', () => {
	const line = 'x'.repeat(121);
	for (const field of ['title', 'speaker', 'outcome', 'not'] as const) {
		expect(step({ [field]: line })).toEqual({ [field]: 'too_long' });
		expect(step({ [field]: line.slice(1) })).toEqual({});
	}
	expect(step({ task: 'x'.repeat(1001) })).toEqual({ task: 'too_long' });
	expect(criterion({ title: line })).toEqual({ title: 'too_long' });
	expect(criterion({ levels: ['nee', 'x'.repeat(301)] })).toEqual({ levels: 'too_long' });
	expect(faultsOf(() => questionsAsKept(['x'.repeat(301)]))).toEqual({ questions: 'too_long' });
});

test('a criterion has at least two levels that say something, and at most six', () => {
	expect(criterion({ levels: ['ja', ' ', ''] })).toEqual({ levels: 'criterion_levels' });
	expect(criterion({ levels: Array(7).fill('ja') })).toEqual({ levels: 'criterion_levels' });
	expect(criterionAsKept({ ...CRITERION, levels: ['', 'nee', '', ' ja ', ''] }).levels).toEqual([
		...['nee', 'ja']
	]);
});

test('questions are lines; an empty one is none, and ten are the most', () => {
	expect(questionsAsKept(['', ' Wat viel op? ', '\n'])).toEqual(['Wat viel op?']);
	expect(faultsOf(() => questionsAsKept(Array(11).fill('Waarom?')))).toEqual({
		questions: 'too_many_peer_questions'
	});
	expect(
		faultsOf(() => questionsAsKept([...Array(10).fill('Waarom?'), ''])).questions
	).toBeUndefined();
});

test('a whole design says in which row something can’t stand, and has no more rows than fit', () => {
	const rows = (steps: Step[], rubric: Criterion[] = []) =>
		faultsOf(() => designAsKept({ steps, rubric, questions: [] }));
	expect(rows([STEP, { ...STEP, minutes: 0, title: '' }])).toEqual({
		...{ 'steps.1.minutes': 'minutes', 'steps.1.title': 'required' }
	});
	expect(rows([STEP], [CRITERION, { title: 'A', levels: [] }])).toEqual({
		'rubric.1.levels': 'criterion_levels'
	});
	expect(rows(Array(13).fill(STEP))).toEqual({ steps: 'too_many_steps' });
	expect(rows([], Array(11).fill(CRITERION))).toEqual({ rubric: 'too_many_criteria' });
	expect(rows(Array(12).fill(STEP), Array(10).fill(CRITERION))).toEqual({});
});

test('what is kept once is kept the same again', () => {
	const words = fc.string({ maxLength: 130, unit: 'grapheme' });
	const steps = fc.array(
		fc.record({
			...{ title: words, task: words, minutes: fc.integer({ min: -1, max: 500 }), speaker: words },
			...{ turn: fc.constantFrom(...TURNS), outcome: words, not: words }
		}),
		{ maxLength: 3 }
	);
	const rubric = fc.array(fc.record({ title: words, levels: fc.array(words) }), { maxLength: 3 });
	const designs = fc.record({ steps, rubric, questions: fc.array(words, { maxLength: 12 }) });
	fc.assert(
		fc.property(designs, (given) => {
			let kept;
			try {
				kept = designAsKept(given);
			} catch (caught) {
				expect(caught).toBeInstanceOf(Invalid);
				return;
			}
			expect(designAsKept(kept)).toEqual(kept);
		})
	);
});
