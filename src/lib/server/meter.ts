import type { FlowingRow, KindCount } from '#db/queries/work.ts';
import { cornersOf, type Corners } from '#domain/corners.ts';
import type { CornerFlow } from '#domain/flows.ts';
import { closedLoops, progressOf } from '#domain/loops.ts';
import { flowsIn, roundsSeen, type Knowledge } from './knowledge.ts';

/** More would not be read; how many there are is said beside them. */
const LOOPS_SHOWN = 5;

type LoopStep = Pick<FlowingRow, 'id' | 'kind' | 'title'>;

/** A question that went all the way round: one way there, and every new question that came of it. */
export type Loop = { way: LoopStep[]; asked: LoopStep[] };

/** How knowledge goes round in a werkplaats, or in the network. */
export type Meter = {
	corners: Corners;
	flows: CornerFlow[];
	/** How many questions were asked, and came through each of the four steps. */
	progress: number[];
	closed: number;
	/** The latest of those that closed. */
	loops: Loop[];
};

/** Of a werkplaats: its own work, and how far its own questions came, also by way of others. */
export function meterOf(
	knowledge: Knowledge,
	counts: readonly KindCount[],
	werkplaatsId?: string
): Meter {
	const known = new Map(knowledge.documents.map((document) => [document.id, document]));
	const isHere = (row: { werkplaatsId: string } | undefined) =>
		!werkplaatsId || row?.werkplaatsId === werkplaatsId;
	const rounds = roundsSeen(knowledge).filter(({ question }) => isHere(known.get(question)));
	const closed = closedLoops(rounds);
	const stepsOf = (ids: readonly string[]) =>
		ids.flatMap((id): LoopStep[] => {
			const document = known.get(id);
			return document ? [{ id, kind: document.kind, title: document.title }] : [];
		});
	return {
		corners: cornersOf(counts.filter(isHere)),
		flows: flowsIn(knowledge, { werkplaatsId }),
		progress: progressOf(rounds),
		closed: closed.length,
		loops: closed
			.slice(-LOOPS_SHOWN)
			.reverse()
			.map(({ ways }) => ({
				way: stepsOf(ways[0]?.slice(0, -1) ?? []),
				asked: stepsOf(ways.flatMap((way) => way.slice(-1)))
			}))
	};
}
