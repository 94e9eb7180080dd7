import { describe, expect, test } from 'vitest';
import {
	agendaOf,
	isOpen,
	leadOf,
	mergeFault,
	standingOf,
	type Agenda,
	type QuestionFacts
} from './questions.ts';
import type { State } from './states.ts';

const asked = (id: string, given: Partial<QuestionFacts> = {}): QuestionFacts => ({
	...{ id, decision: 'new', mergedInto: null, answers: [] },
	...given
});
const into = (id: string, mergedInto: string | null) =>
	asked(id, { decision: 'merged', mergedInto });
const standing = (agenda: Agenda, id: string) => standingOf(agenda.get(id)!, agenda);
const alone = (given: Partial<QuestionFacts>) => standing(agendaOf([asked('a', given)]), 'a');

describe('where a question stands', () => {
	test('an editor decides that it is clear, or dropped', () => {
		expect(alone({})).toBe('new');
		expect(alone({ decision: 'clarified' })).toBe('clarified');
		expect(alone({ decision: 'dropped', answers: ['published'] })).toBe('dropped');
	});

	test('the rest follows from the work that answers it', () => {
		const after = (...answers: State[]) => alone({ decision: 'clarified', answers });
		expect(after('draft')).toBe('taken_up');
		expect(after('in_review')).toBe('taken_up');
		expect(after('final')).toBe('answered');
		expect(after('draft', 'published')).toBe('answered');
		expect(after('archived')).toBe('clarified');
	});

	test('work on a double is work on the question that it went into', () => {
		const agenda = agendaOf([asked('a'), { ...into('b', 'a'), answers: ['draft'] }]);
		expect(standing(agenda, 'a')).toBe('taken_up');
		expect(standing(agenda, 'b')).toBe('merged');
	});

	test('a double of what is gone stands for itself again', () => {
		const agenda = agendaOf([into('b', 'gone'), into('c', null)]);
		expect(standing(agenda, 'b')).toBe('clarified');
		expect(standing(agenda, 'c')).toBe('clarified');
		expect(isOpen(agenda.get('b')!, agenda)).toBe(true);
	});
});

describe('merging', () => {
	const agenda = agendaOf([
		...[asked('a'), into('b', 'a'), into('c', 'b'), asked('d')],
		...[asked('done', { answers: ['final'] })]
	]);

	test('leads from double to double to the question that stands for all', () => {
		expect(leadOf(agenda.get('c')!, agenda).id).toBe('a');
		expect(leadOf(agenda.get('a')!, agenda).id).toBe('a');
	});

	test('goes into another open question, and never round', () => {
		expect(mergeFault('d', 'a', agenda)).toBeNull();
		expect(mergeFault('a', 'a', agenda)).toBe('merge_circle');
		expect(mergeFault('a', 'c', agenda)).toBe('merge_circle');
		expect(mergeFault('d', 'c', agenda)).toBe('question_closed');
		expect(mergeFault('d', 'done', agenda)).toBe('question_closed');
		expect(mergeFault('d', 'nowhere', agenda)).toBe('required');
		expect(mergeFault('d', null, agenda)).toBe('required');
	});

	test('a circle that is there all the same ends', () => {
		const circle = agendaOf([into('x', 'y'), into('y', 'x')]);
		expect(leadOf(circle.get('x')!, circle).id).toBe('y');
	});
});
