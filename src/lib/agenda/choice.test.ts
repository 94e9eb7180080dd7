import { expect, test } from 'vitest';
import type { AgendaQuestion } from './agenda.ts';
import { choiceIn, grouped, isChosen } from './choice.ts';

const question = (given: Partial<AgendaQuestion>): AgendaQuestion => ({
	...{ id: 'a', title: 'a', themes: [], sensitivity: 'werkplaats', askerName: null, party: null },
	...{
		viaLink: false,
		opensWhenClear: false,
		type: null,
		cluster: null,
		reason: null,
		decision: 'new'
	},
	...{ standing: 'new', isOpen: true, lead: null, parties: [], given: false },
	...{ mayCurate: false, answers: [], origins: [] },
	...given
});
const chosen = (query: string, given: Partial<AgendaQuestion>) =>
	isChosen(question(given), choiceIn(new URLSearchParams(query)));

test('without a choice the open questions are shown', () => {
	expect(chosen('', {})).toBe(true);
	expect(chosen('', { standing: 'dropped', isOpen: false })).toBe(false);
	expect(chosen('standing=nonsense', { standing: 'dropped', isOpen: false })).toBe(false);
	expect(chosen('standing=all', { standing: 'dropped', isOpen: false })).toBe(true);
	expect(chosen('standing=dropped', { standing: 'dropped', isOpen: false })).toBe(true);
	expect(chosen('standing=answered', {})).toBe(false);
});

test('a theme and a party narrow it down', () => {
	const themes = [{ id: '1', slug: 'schulden', name: { nl: 'Schulden', en: 'Debt' } }];
	expect(chosen('theme=schulden', { themes })).toBe(true);
	expect(chosen('theme=schulden', {})).toBe(false);
	expect(chosen('party=citizens', { party: 'citizens' })).toBe(true);
	expect(chosen('party=citizens', { party: 'research' })).toBe(false);
});

test('clusters stand in the order of their heaviest question, and what has none comes last', () => {
	const questions = [
		question({ id: '1' }),
		question({ id: '2', cluster: 'geld' }),
		question({ id: '3', cluster: 'vervoer' }),
		question({ id: '4', cluster: 'geld' })
	];
	const ids = (query: string) =>
		grouped(questions, choiceIn(new URLSearchParams(query))).map((group) =>
			group.questions.map(({ id }) => id)
		);
	expect(ids('')).toEqual([['1', '2', '3', '4']]);
	expect(ids('order=cluster')).toEqual([['2', '4'], ['3'], ['1']]);
});
