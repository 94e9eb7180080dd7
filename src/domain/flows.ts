import { CORNER_OF, type Corner } from './corners.ts';
import type { Kind } from './kinds.ts';
import { cornerOfParty, type Party } from './parties.ts';
import { flowOf, type RelationFacts } from './relations.ts';

/** What flows need to know of a document: for a question, which party asked it. */
export type FlowFacts = { id: string; kind: Kind; party: Party | null };

/** Knowledge that goes from one corner to another, and between how many pairs of documents. */
export type CornerFlow = { from: Corner; to: Corner; count: number };

/** The way round of the triangle, step by step. */
export const ROUND_OF_CORNERS: readonly { from: Corner; to: Corner }[] = [
	{ from: 'practice', to: 'research' },
	{ from: 'research', to: 'education' },
	{ from: 'education', to: 'practice' }
];

/** The way round, and back along each side. */
const WAYS = ROUND_OF_CORNERS.flatMap(({ from, to }) => [
	{ from, to },
	{ from: to, to: from }
]);

/**
 * What flows between the corners. Two documents count once, whatever ties them. A question stands in no corner:
 * what takes it up receives from the corner of who asked it, and what leads to a question reaches no corner yet.
 * Relations to documents that are not given do not count.
 */
export function flowsBetween(
	documents: ReadonlyMap<string, FlowFacts>,
	relations: readonly RelationFacts[]
): CornerFlow[] {
	const pairs = new Map<string, { from: Corner; to: Corner }>();
	for (const relation of relations) {
		const flow = flowOf(relation);
		const [giver, taker] = [documents.get(flow?.from ?? ''), documents.get(flow?.to ?? '')];
		const from = giver && cornerGivenFrom(giver);
		const to = taker && CORNER_OF[taker.kind];
		if (from && to && from !== to) pairs.set(`${giver.id} ${taker.id}`, { from, to });
	}
	const counted = [...pairs.values()];
	return WAYS.flatMap(({ from, to }) => {
		const count = counted.filter((pair) => pair.from === from && pair.to === to).length;
		return count > 0 ? [{ from, to, count }] : [];
	});
}

function cornerGivenFrom({ kind, party }: FlowFacts): Corner | null {
	return kind === 'question' ? party && cornerOfParty(party) : CORNER_OF[kind];
}
