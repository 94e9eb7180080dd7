import { expect, test } from 'vitest';
import { closedLoops, progressOf, roundsOf, stopIn } from './loops.ts';
import type { RelationFacts, RelationType } from './relations.ts';

const documents = [
	...['q1', 'q2', 'q3', 'q4', 'q5'].map((id) => ({ id, kind: 'question' }) as const),
	...['s1', 's2', 's3'].map((id) => ({ id, kind: 'study' }) as const),
	...['a1', 'a2'].map((id) => ({ id, kind: 'assignment' }) as const),
	...['c1', 'c2'].map((id) => ({ id, kind: 'case' }) as const)
];
const relation = (from: string, type: RelationType, to: string): RelationFacts => ({
	from,
	to,
	type
});

/** The questions that went round, each with the new ones that came of it. */
const loopsIn = (relations: readonly RelationFacts[]) =>
	closedLoops(roundsOf(documents, relations)).map(({ question, ways }) => {
		return { question, asked: ways.map((way) => way.at(-1)) };
	});

/** q1 and q2 → s1 → a1 → c1 → q3 and q4; q5 → s2 → a2, and no further. */
const NETWORK = [
	relation('s1', 'answers', 'q1'),
	relation('q2', 'leads_to', 's1'),
	relation('a1', 'uses', 's1'),
	relation('c1', 'comes_from', 'a1'),
	relation('c1', 'leads_to', 'q3'),
	relation('q4', 'comes_from', 'c1'),
	relation('s2', 'answers', 'q5'),
	relation('s2', 'leads_to', 'a2')
];

test('a network by hand: two questions went round, and led to the same two new ones', () => {
	expect(loopsIn(NETWORK)).toEqual([
		{ question: 'q1', asked: ['q3', 'q4'] },
		{ question: 'q2', asked: ['q3', 'q4'] }
	]);
});

test('a loop counts once, however many studies led round', () => {
	const more = [
		...NETWORK,
		relation('s3', 'answers', 'q1'),
		relation('a1', 'uses', 's3'),
		relation('a2', 'comes_from', 's3'),
		relation('c2', 'uses', 'a2'),
		relation('q3', 'comes_from', 'c2')
	];
	const found = loopsIn(more);
	expect(found.map(({ question }) => question)).toEqual(['q1', 'q2', 'q5']);
	expect(found[0]?.asked).toEqual(['q3', 'q4']);
});

test.each(NETWORK.slice(2, 4))('without each step nothing is closed: %o', (step) => {
	expect(loopsIn(NETWORK.filter((each) => each !== step))).toEqual([]);
});

test('the other way round, a variant, a missing stage or the same question close nothing', () => {
	const turned = NETWORK.map(({ from, to, type }) => relation(to, type, from));
	expect(loopsIn(turned)).toEqual([]);
	const beside = NETWORK.map((each) =>
		each.type === 'uses' ? { ...each, type: 'variant_of' as const } : each
	);
	expect(loopsIn(beside)).toEqual([]);
	const short = [relation('s1', 'answers', 'q1'), relation('c1', 'uses', 's1')];
	expect(loopsIn([...short, relation('c1', 'leads_to', 'q3')])).toEqual([]);
	const home = [...NETWORK.slice(0, 4), relation('c1', 'leads_to', 'q1')];
	expect(loopsIn(home)).toEqual([{ question: 'q2', asked: ['q1'] }]);
});

test('a loop can be read: one way round to each new question', () => {
	const [first] = closedLoops(roundsOf(documents, NETWORK));
	expect(first?.ways).toEqual([
		['q1', 's1', 'a1', 'c1', 'q3'],
		['q1', 's1', 'a1', 'c1', 'q4']
	]);
});

test('how far questions came, and where most of them stop', () => {
	// Five were asked; q1, q2 and q5 were studied and taught; q1 and q2 met practice and led to new ones.
	const progress = progressOf(roundsOf(documents, NETWORK));
	expect(progress).toEqual([5, 3, 3, 2, 2]);
	expect(stopIn(progress)).toEqual({ step: 0, came: 5, stopped: 2 });
	expect(stopIn([4, 4, 1, 1, 0])).toEqual({ step: 1, came: 4, stopped: 3 });
	// Of two steps at which as many stop, the first.
	expect(stopIn([4, 2, 2, 2, 0])).toEqual({ step: 0, came: 4, stopped: 2 });
	expect(stopIn([2, 2, 2, 2, 2])).toBeNull();
	expect(stopIn([0, 0, 0, 0, 0])).toBeNull();
});
