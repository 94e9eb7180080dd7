import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocumentFacts } from '#db/queries/facts.ts';
import type { Actor } from '#domain/facts.ts';
import { FUNCTIONS } from '#domain/functions.ts';
import { KINDS, type Kind } from '#domain/kinds.ts';
import { PARTIES, type Party } from '#domain/parties.ts';
import { can } from '#domain/policy.ts';
import { RELATION_TYPES } from '#domain/relations.ts';
import { SENSITIVITIES } from '#domain/sensitivity.ts';
import { addMember, addTheme, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { writeNetwork, type DrawnDocument, type DrawnRelation } from '#tests/whole/write.ts';
import { openNetwork } from './network.ts';

// A second opinion on random networks: everything is counted again without SQL, maps or steps, by trying all.

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const MOST = 12;
const aDocument = fc.record({
	kind: fc.constantFrom(...KINDS),
	place: fc.nat(2),
	themes: fc.uniqueArray(fc.nat(1), { maxLength: 2 }),
	// Mostly open: else hardly anything is tied to anything that somebody sees.
	sensitivity: fc.oneof(
		{ weight: 4, arbitrary: fc.constant('open' as const) },
		fc.constantFrom(...SENSITIVITIES)
	),
	binned: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
	party: fc.option(fc.constantFrom(...PARTIES)),
	fate: fc.integer({ min: 0, max: 9 })
});
const aNetwork = fc.record({
	reader: fc.constantFrom(...FUNCTIONS.filter((one) => one !== 'guest')),
	documents: fc.array(aDocument, { minLength: 4, maxLength: MOST }),
	relations: fc.uniqueArray(
		fc.record({
			from: fc.nat(MOST - 1),
			type: fc.constantFrom(...RELATION_TYPES),
			to: fc.nat(MOST - 1)
		}),
		{ minLength: 15, maxLength: 40, selector: ({ from, type, to }) => `${from} ${type} ${to}` }
	)
});

const places: string[] = [];
const themes: string[] = [];
beforeAll(async () => {
	for (let nth = 0; nth < 3; nth++) places.push(await addWerkplaats(db, { position: nth }));
	for (let nth = 0; nth < 2; nth++) themes.push(await addTheme(db, { position: nth }));
});

type Counted = { name: string; kind: Kind; place: number; themes: number[]; party: Party | null };

const CORNER: Record<Kind, string> = {
	case: 'practice',
	study: 'research',
	assignment: 'education',
	question: ''
};
const ASKED_FROM: Record<Party, string> = {
	citizens: 'practice',
	practice: 'practice',
	municipality: 'practice',
	research: 'research',
	education: 'education'
};

/** Whether knowledge goes from one to the other, as people said it. */
function leadsOn(relations: readonly DrawnRelation[], giver: string, taker: string): boolean {
	return relations.some(({ from, type, to }) => {
		if (type === 'leads_to') return from === giver && to === taker;
		return type !== 'variant_of' && from === taker && to === giver;
	});
}

function cornersAgain(documents: readonly Counted[]) {
	const inCorner = (corner: string) =>
		documents.filter(({ kind }) => CORNER[kind] === corner).length;
	return {
		practice: inCorner('practice'),
		research: inCorner('research'),
		education: inCorner('education')
	};
}

function flowsAgain(documents: readonly Counted[], relations: readonly DrawnRelation[]) {
	const counts: Record<string, number> = {};
	for (const giver of documents) {
		for (const taker of documents) {
			const asked = giver.party ? ASKED_FROM[giver.party] : '';
			const from = giver.kind === 'question' ? asked : CORNER[giver.kind];
			const to = CORNER[taker.kind];
			if (!from || !to || from === to || !leadsOn(relations, giver.name, taker.name)) continue;
			counts[`${from} ${to}`] = (counts[`${from} ${to}`] ?? 0) + 1;
		}
	}
	return counts;
}

/** How far each question came, by trying every study, assignment, case and question. */
function progressAgain(documents: readonly Counted[], relations: readonly DrawnRelation[]) {
	const of = (kind: Kind) => documents.filter((document) => document.kind === kind);
	const on = (one: Counted, other: Counted) => leadsOn(relations, one.name, other.name);
	const progress = [0, 0, 0, 0, 0];
	for (const question of of('question')) {
		let far = 0;
		for (const study of of('study').filter((next) => on(question, next))) {
			far = Math.max(far, 1);
			for (const assignment of of('assignment').filter((next) => on(study, next))) {
				far = Math.max(far, 2);
				for (const practice of of('case').filter((next) => on(assignment, next))) {
					far = Math.max(far, 3);
					for (const anew of of('question').filter((next) => on(practice, next))) {
						if (anew !== question) far = 4;
					}
				}
			}
		}
		for (let stage = 0; stage <= far; stage++) progress[stage]! += 1;
	}
	return progress;
}

const asRecord = (flows: readonly { from: string; to: string; count: number }[]) =>
	Object.fromEntries(flows.map(({ from, to, count }) => [`${from} ${to}`, count]));

let flowed = 0;
let closed = 0;

async function agrees(given: typeof aNetwork extends fc.Arbitrary<infer World> ? World : never) {
	await house.sql`truncate document cascade`;
	const as = given.reader;
	const reader = await addMember(db, as === 'national' ? null : places[0]!, as);
	const drawn = given.documents.map((one, nth): DrawnDocument => {
		const lead = given.documents.findIndex((other) => other.kind === 'question' && other.fate > 1);
		const isDouble = one.fate === 0 && lead >= 0;
		return {
			...{ name: `d${nth}`, kind: one.kind, werkplaatsId: places[one.place]! },
			...{ sensitivity: one.sensitivity, binned: one.binned, party: one.party },
			themes: one.themes.map((theme) => themes[theme]!),
			decision: isDouble ? 'merged' : one.fate === 1 ? 'dropped' : 'clarified',
			into: isDouble ? `d${lead}` : null
		};
	});
	const relations = given.relations
		.filter(({ from, to }) => from !== to && Math.max(from, to) < drawn.length)
		.map(({ from, type, to }) => ({ from: `d${from}`, type, to: `d${to}` }));
	const ids = await writeNetwork(db, reader.id, drawn, relations);
	const { seen, standsFor } = await whatIsSeen(reader, drawn, ids);
	const work = drawn.flatMap((one, nth): Counted[] => {
		const { place, themes: on } = given.documents[nth]!;
		if (!seen.has(one.name)) return [];
		return [{ name: one.name, kind: one.kind, place, themes: on, party: one.party ?? null }];
	});
	const questions = new Map(drawn.map((one) => [one.name, one]));
	const counted = work.filter(({ name, kind }) => {
		if (kind !== 'question') return true;
		return questions.get(name)?.decision !== 'dropped' && standsFor(name) === name;
	});
	const known = relations
		.filter(({ from, to }) => seen.has(from) && seen.has(to))
		.map(({ from, type, to }) => ({ from: standsFor(from), type, to: standsFor(to) }));

	const network = await openNetwork(context, reader);
	expect(network.meter.corners).toEqual(cornersAgain(work));
	expect(asRecord(network.meter.flows)).toEqual(flowsAgain(counted, known));
	expect(network.meter.progress).toEqual(progressAgain(counted, known));
	for (const [place, werkplaats] of network.werkplaatsen.entries()) {
		const here = (one: Counted) => one.place === place;
		expect(werkplaats.corners).toEqual(cornersAgain(work.filter(here)));
		expect(asRecord(werkplaats.flows)).toEqual(flowsAgain(counted.filter(here), known));
		for (const [column, { id }] of network.themes.entries()) {
			const theme = themes.indexOf(id);
			const inCell = (one: Counted) => here(one) && one.themes.includes(theme);
			const cell = werkplaats.cells[column] ?? null;
			expect(cell === null).toBe(!work.some(inCell));
			if (!cell) continue;
			expect(cell.corners).toEqual(cornersAgain(work.filter(inCell)));
			expect(asRecord(cell.flows)).toEqual(flowsAgain(counted.filter(inCell), known));
		}
	}
	flowed += network.meter.flows.length;
	closed += network.meter.closed;
}

/** What the policy lets the reader view, asked for each document; and for which question a double stands. */
async function whatIsSeen(
	reader: Actor,
	drawn: readonly DrawnDocument[],
	ids: Map<string, string>
) {
	const facts = await findDocumentFacts(db, [...ids.values()], context.now());
	const seen = new Set(
		drawn
			.map(({ name }) => name)
			.filter((name) => {
				const document = facts.get(ids.get(name)!)!;
				return !document.deleted && can(reader, 'view', { type: 'document', document });
			})
	);
	const standsFor = (name: string) => {
		const one = drawn.find((each) => each.name === name);
		const lead = one?.kind === 'question' && one.decision === 'merged' && one.into;
		return lead && seen.has(lead) ? lead : name;
	};
	return { seen, standsFor };
}

test('a recount of random networks says the same', async () => {
	await fc.assert(fc.asyncProperty(aNetwork, agrees), { numRuns: 80 });
	// Else it would have compared nothing with nothing.
	expect(flowed).toBeGreaterThan(60);
}, 180_000);

test('and so does one of networks in which questions go round', async () => {
	const round: Kind[] = ['question', 'study', 'assignment', 'case', 'question'];
	const steps = [0, 1, 2, 3].map((from) => ({ from, type: 'leads_to' as const, to: from + 1 }));
	const goingRound = aNetwork.map(({ documents, relations, ...network }) => ({
		...network,
		documents: [
			...round.map((kind) => ({
				...{ kind, place: 0, themes: [0], sensitivity: 'open' as const, binned: false },
				...{ party: 'citizens' as const, fate: 9 }
			})),
			...documents.slice(5)
		],
		relations: [
			...steps,
			...relations.filter(
				(one) =>
					!steps.some(
						({ from, type, to }) => one.from === from && one.type === type && one.to === to
					)
			)
		]
	}));
	await fc.assert(fc.asyncProperty(goingRound, agrees), { numRuns: 50 });
	expect(closed).toBeGreaterThanOrEqual(50);
}, 180_000);
