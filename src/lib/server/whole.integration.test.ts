import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/facts.ts';
import { gapIn } from '#domain/gaps.ts';
import { KINDS } from '#domain/kinds.ts';
import { stopIn } from '#domain/loops.ts';
import { PARTIES } from '#domain/parties.ts';
import { RELATION_TYPES } from '#domain/relations.ts';
import { addMember, addTheme, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { writeNetwork, type DrawnDocument } from '#tests/whole/write.ts';
import { openAgenda } from './agenda.ts';
import { listThemesWithWork, openNetwork } from './network.ts';
import { openTheme } from './theme.ts';
import { openWerkplaats } from './werkplaats.ts';

// A network that was counted by hand: what stands in it is written below, and beside each number why it is that
// number. Four werkplaatsen (N, O, Z, W) and three themes (L, P, C).

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

/** name, kind, werkplaats, themes; of a question who asked; and what is odd about it. */
const DOCUMENTS = `
	q1  question    N  L    citizens
	q2  question    N  L    research
	q3  question    O  L    citizens
	q4  question    O  P    practice
	q5  question    N  C    citizens   double:q1
	q6  question    Z  P    education  dropped
	q7  question    N  L    citizens
	s1  study       N  L
	s2  study       N  L,P
	s3  study       O  L
	s4  study       O  P
	s5  study       Z  C    binned
	s6  study       W  C    restricted
	s7  study       N  L
	a1  assignment  N  L
	a2  assignment  N  L
	a3  assignment  O  L
	a4  assignment  Z  P
	c1  case        N  L
	c2  case        N  L,C
	c3  case        O  L
	c4  case        W  P
	c5  case        O  P    restricted
	c6  case        Z  L
`;

const RELATIONS = `
	s1  answers     q1
	s2  answers     q1     the other way round of q1
	s2  comes_from  q5     a double of q1: says the same as the line above
	a1  uses        s1
	s1  leads_to    a1     the same two as the line above
	a2  uses        s2
	c1  comes_from  a1
	c1  comes_from  a2
	c2  uses        a1
	s1  comes_from  c2
	q7  comes_from  c1     q1 went all the way round
	s7  variant_of  s1     no flow, but work of its own
	s3  answers     q3
	a3  uses        s3
	c3  uses        a3
	c3  leads_to    q3     back to where it began: no loop
	s4  answers     q4
	s4  leads_to    c5     hidden for most
	c4  uses        s4     from O to W
	a4  uses        s5     in the bin
	s6  answers     q2     hidden for most
	s4  answers     q6     dropped
`;

const lines = (table: string) =>
	table
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s+/));
const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value => {
	const found = values.find((value) => value === text);
	if (!found) throw new Error(`${String(text)} is none of ${values.join()}`);
	return found;
};

let reader: Actor;
let ofO: Actor;
let ids: Map<string, string>;
beforeAll(async () => {
	const places = new Map<string, string>();
	for (const [position, slug] of ['n', 'o', 'z', 'w'].entries()) {
		places.set(slug.toUpperCase(), await addWerkplaats(db, { slug, name: slug, position }));
	}
	const themes = new Map<string, string>();
	for (const [position, slug] of ['l', 'p', 'c'].entries()) {
		themes.set(slug.toUpperCase(), await addTheme(db, { slug, nameNl: slug, position }));
	}
	reader = await addMember(db, places.get('N')!, 'researcher');
	ofO = await addMember(db, places.get('O')!, 'coordinator');
	const documents = lines(DOCUMENTS).map(
		([name = '', kind, where = '', labels = '', ...odd]): DrawnDocument => {
			const into = odd.find((word) => word.startsWith('double:'))?.slice('double:'.length);
			const party = PARTIES.find((one) => odd.includes(one));
			const decision = into ? 'merged' : odd.includes('dropped') ? 'dropped' : 'new';
			return {
				...{ name, kind: oneOf(KINDS, kind), werkplaatsId: places.get(where)! },
				themes: labels.split(',').map((label) => themes.get(label)!),
				sensitivity: odd.includes('restricted') ? 'restricted' : 'open',
				binned: odd.includes('binned'),
				...{ party, decision, into }
			};
		}
	);
	const relations = lines(RELATIONS).map(([from = '', type, to = '']) => {
		return { from, type: oneOf(RELATION_TYPES, type), to };
	});
	ids = await writeNetwork(db, reader.id, documents, relations);
});

const corners = (practice: number, research: number, education: number) => {
	return { practice, research, education };
};
const flow = (from: 'practice' | 'research' | 'education', to: typeof from, count: number) => ({
	from,
	to,
	count
});

describe('for a researcher of N', () => {
	test('the triangle of each werkplaats', async () => {
		const { werkplaatsen } = await openNetwork(context, reader);
		const seen = werkplaatsen.map((place) => [place.slug, place.corners, place.flows]);
		expect(seen).toEqual([
			// c1 c2; s1 s2 and the variant s7; a1 a2. In: q1→s1, q1→s2 (twice said, by the double too), c2→s1.
			// On: s1→a1 (twice said), s2→a2. Back: a1→c1, a2→c1, a1→c2. c1→q7 reaches no corner yet.
			[
				...['n', corners(2, 3, 2)],
				[
					flow('practice', 'research', 3),
					flow('research', 'education', 2),
					flow('education', 'practice', 3)
				]
			],
			// c3, not c5; s3 s4; a3. In: q3→s3, q4→s4, and not from q6, which was dropped. On: s3→a3. Back: a3→c3.
			[
				...['o', corners(1, 2, 1)],
				[
					flow('practice', 'research', 2),
					flow('research', 'education', 1),
					flow('education', 'practice', 1)
				]
			],
			// c6; s5 is in the bin, and with it what a4 uses; a4.
			['z', corners(1, 0, 1), []],
			// c4; s6 is hidden. What c4 uses is of O.
			['w', corners(1, 0, 0), []]
		]);
	});

	test('the matrix', async () => {
		const { werkplaatsen, themes } = await openNetwork(context, reader);
		expect(themes.map(({ slug }) => slug)).toEqual(['l', 'p', 'c']);
		const cells = werkplaatsen.map(({ slug, cells }) => [
			slug,
			...cells.map((cell) => cell && Object.values(cell.corners).join(' '))
		]);
		// practice research education, under L, P and C. s2 counts under L and P, c2 under L and C.
		expect(cells).toEqual([
			['n', '2 3 2', '0 1 0', '1 0 0'],
			// Under P: s4, and q4 stands in no corner; c5 is hidden.
			['o', '1 1 1', '0 1 0', null],
			// Under P: a4. Under C there was s5, which is in the bin.
			['z', '1 0 0', '0 0 1', null],
			// Under P: c4. Under C there is s6, which is hidden.
			['w', null, '1 0 0', null]
		]);
	});

	test('what each theme and each werkplaats lacks', async () => {
		const themes = await listThemesWithWork(context, reader);
		expect(themes.map(({ slug, corners, flows }) => [slug, corners, flows])).toEqual([
			// c1 c2 c3 c6; s1 s2 s3 s7; a1 a2 a3. In: q1→s1 q1→s2 c2→s1 q3→s3. On: s1→a1 s2→a2 s3→a3.
			// Back: a1→c1 a2→c1 a1→c2 a3→c3.
			[
				...['l', corners(4, 4, 3)],
				[
					flow('practice', 'research', 4),
					flow('research', 'education', 3),
					flow('education', 'practice', 4)
				]
			],
			// c4; s2 s4; a4. q4→s4, and s4→c4 the short way back. s2 got nothing from within P.
			['p', corners(1, 2, 1), [flow('practice', 'research', 1), flow('research', 'practice', 1)]],
			// c2.
			['c', corners(1, 0, 0), []]
		]);
		expect(themes.map(({ corners, flows }) => gapIn(corners, flows))).toEqual([
			null,
			{ type: 'flow', from: 'research', to: 'education' },
			{ type: 'corners', missing: ['research', 'education'] }
		]);
		const { werkplaatsen } = await openNetwork(context, reader);
		expect(werkplaatsen.map(({ corners, flows }) => gapIn(corners, flows))).toEqual([
			null,
			null,
			{ type: 'corners', missing: ['research'] },
			{ type: 'corners', missing: ['research', 'education'] }
		]);
	});

	test('how far questions came, and which loop closed', async () => {
		const { meter } = await openNetwork(context, reader);
		// c1 c2 c3 c4 c6; s1 s2 s3 s4 s7; a1 a2 a3 a4. The flows of N and O together, and s4→c4 between O and W.
		expect(meter.corners).toEqual(corners(5, 5, 4));
		expect(meter.flows).toEqual([
			flow('practice', 'research', 5),
			flow('research', 'practice', 1),
			flow('research', 'education', 3),
			flow('education', 'practice', 4)
		]);
		// Asked: q1 q2 q3 q4 q7, without the double q5 and q6 that was dropped. Studied: q1 q3 q4; who studies q2
		// is hidden. Taught: q1 q3. In practice: q1 q3. Asked anew: q1, once for two ways; q3 came back to itself.
		expect(meter.progress).toEqual([5, 3, 2, 2, 1]);
		expect(stopIn(meter.progress)).toEqual({ step: 0, came: 5, stopped: 2 });
		expect(meter.closed).toBe(1);
		expect(meter.loops.map(({ way, asked }) => [titles(way), titles(asked)])).toEqual([
			['q1 s1 a1 c1', 'q7']
		]);
	});

	test.each([
		// q1 q2 q7; only q1 was taken up.
		['n', [3, 1, 1, 1, 1], { step: 0, came: 3, stopped: 2 }, 1],
		// q3 q4; s4 was never taught.
		['o', [2, 2, 1, 1, 0], { step: 1, came: 2, stopped: 1 }, 0],
		// q6 was dropped.
		['z', [0, 0, 0, 0, 0], null, 0]
	] as const)('how far the questions of %s came', async (slug, progress, stop, closed) => {
		const { meter } = await openWerkplaats(context, reader, slug);
		expect(meter.progress).toEqual(progress);
		expect(stopIn(meter.progress)).toEqual(stop);
		expect(meter.closed).toBe(closed);
		expect((await openAgenda(context, reader, slug)).loops).toBe(closed);
	});

	test('a theme page, in N and beside it', async () => {
		const theme = await openTheme(context, reader, 'p', 'o');
		expect(theme.here?.werkplaats.slug).toBe('o');
		expect([theme.corners, theme.flows]).toEqual([
			corners(0, 1, 0),
			[flow('practice', 'research', 1)]
		]);
		const beside = theme.elsewhere.map(({ werkplaats, corners: own, latest }) => [
			werkplaats.slug,
			Object.values(own).join(' '),
			Object.values(latest).map(({ title }) => title)
		]);
		expect(beside).toEqual([
			['n', '0 1 0', ['s2']],
			['z', '0 0 1', ['a4']],
			['w', '1 0 0', ['c4']]
		]);
		// q4 is taken up by s4.
		expect(theme.questions.map(({ title, standing }) => [title, standing])).toEqual([
			['q4', 'taken_up']
		]);
		// Who researches in N may not begin in O.
		expect(theme.fill).toBeNull();
		const own = await openTheme(context, reader, 'p', 'n');
		expect(own.fill).toEqual({ kind: 'case', werkplaats: 'n' });
	});

	test('the agenda of N in short', async () => {
		const { agenda } = await openWerkplaats(context, reader, 'n');
		// q7; q1 and q2, which hidden work takes up; the double q5.
		expect(agenda.standings).toEqual([
			{ standing: 'new', count: 1 },
			{ standing: 'taken_up', count: 2 },
			{ standing: 'merged', count: 1 }
		]);
		expect(agenda.first.map(({ title }) => title)).toEqual(['q1', 'q2', 'q7']);
	});
});

test('who may see what is restricted in O counts it, with what it is tied to', async () => {
	const { werkplaatsen, meter } = await openNetwork(context, ofO);
	expect(meter.corners).toEqual(corners(6, 5, 4));
	expect(werkplaatsen.find(({ slug }) => slug === 'o')).toMatchObject({
		corners: corners(2, 2, 1),
		flows: [
			flow('practice', 'research', 2),
			flow('research', 'practice', 1),
			flow('research', 'education', 1),
			flow('education', 'practice', 1)
		]
	});
});

test('what is hidden or in the bin is nowhere in what is told', async () => {
	const told = JSON.stringify([
		await openNetwork(context, reader),
		await openWerkplaats(context, reader, 'o'),
		await openTheme(context, reader, 'c'),
		await openTheme(context, reader, 'p', 'o')
	]);
	for (const name of ['s5', 's6', 'c5']) {
		expect(told).not.toContain(`"${name}"`);
		expect(told).not.toContain(ids.get(name));
	}
	expect(told).toContain('"s4"');
});

function titles(steps: readonly { title: string }[]): string {
	return steps.map(({ title }) => title).join(' ');
}
