import type { Kind } from './kinds.ts';
import { flowOf, type RelationFacts } from './relations.ts';

/** The steps of a question on its way round: studied, taught, met in practice, and asked anew. */
const STEPS: readonly Kind[] = ['study', 'assignment', 'case', 'question'];

/** How far a question came. */
export type Round = {
	question: string;
	/** How many of the four steps were made. */
	steps: number;
	/** When it came all the way: for each new question one way there, from the first question to the new one. */
	ways: string[][];
};

/**
 * How far each question came on its way round: question → study → assignment → case → another question. A step
 * counts when the later document answers, comes from or uses the earlier one, or when the earlier one leads to
 * the later; a variant is no step. Coming back to itself closes nothing: a loop asks something new.
 */
export function roundsOf(
	documents: readonly { id: string; kind: Kind }[],
	relations: readonly RelationFacts[]
): Round[] {
	const kindOf = new Map(documents.map(({ id, kind }) => [id, kind]));
	const flows = relations.flatMap((relation) => flowOf(relation) ?? []);
	const next = Map.groupBy(flows, (flow) => flow.from);
	/** One way to each document of this kind that these ways lead on to. */
	const goOn = (ways: readonly string[][], kind: Kind) => {
		const reached = new Map<string, string[]>();
		for (const way of ways) {
			for (const { to } of next.get(way.at(-1) ?? '') ?? []) {
				const isNew = !reached.has(to) && to !== way[0];
				if (isNew && kindOf.get(to) === kind) reached.set(to, [...way, to]);
			}
		}
		return [...reached.values()];
	};
	return documents
		.filter(({ kind }) => kind === 'question')
		.map(({ id }) => {
			let ways = [[id]];
			for (const [steps, kind] of STEPS.entries()) {
				ways = goOn(ways, kind);
				if (ways.length === 0) return { question: id, steps, ways };
			}
			return { question: id, steps: STEPS.length, ways };
		});
}

/** The questions that went all the way round. Each counts once, however many ways led round. */
export function closedLoops(rounds: readonly Round[]): Round[] {
	return rounds.filter(({ steps }) => steps === STEPS.length);
}

/** How many questions were asked, and how many of them came through each of the four steps. */
export function progressOf(rounds: readonly Round[]): number[] {
	const counts = STEPS.map((_, step) => rounds.filter(({ steps }) => steps > step).length);
	return [rounds.length, ...counts];
}

/** The step at which most questions stop, the first of several; null when none stops, or none was asked. */
export function stopIn(
	progress: readonly number[]
): { step: number; came: number; stopped: number } | null {
	const stops = progress.slice(0, -1).map((came, step) => {
		return { step, came, stopped: came - (progress[step + 1] ?? 0) };
	});
	const most = Math.max(0, ...stops.map(({ stopped }) => stopped));
	return most > 0 ? (stops.find(({ stopped }) => stopped === most) ?? null) : null;
}
