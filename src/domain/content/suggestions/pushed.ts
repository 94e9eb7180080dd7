import type { BlockJson, SuggestedRun } from '../../suggestions.ts';
import type { Content } from '../schema.ts';
import { by, isIn, textOf, windowOf } from './rebased.ts';
import { runsOf } from './runs.ts';

/** What somebody made of the blocks from `from` to `to` of the text as they would have it. */
export type PushedBlocks = { from: number; to: number; blocks: readonly BlockJson[] };

/** A layer with what its person changed in it, or null where there are no such blocks. Reads only what lies there. */
export function pushed(
	base: Content,
	runs: readonly SuggestedRun[],
	{ from, to, blocks }: PushedBlocks
): SuggestedRun[] | null {
	const old = base.content ?? [];
	if (from > to || to > lengthWith(old.length, runs)) return null;
	const changed = [inBase(runs, from, 'start'), inBase(runs, to, 'end')] as const;
	// Between blocks nothing may lie there, or one that was deleted.
	const [start, end] = windowOf(old.length, [changed[0], Math.max(...changed)], runs);
	const inside = runs.filter((run) => isIn(run, [start, end]));
	const others = runs.filter((run) => !inside.includes(run));
	const before = others.filter((run) => run.to <= start);
	const offset = start + lengthWith(0, before);
	const suggested = withJson(
		old.slice(start, end),
		inside.map((run) => by(run, -start))
	);
	suggested.splice(from - offset, to - from, ...blocks);
	const made = runsOf(textOf(old.slice(start, end)), textOf(suggested));
	const all = [...others, ...made.map((run) => by(run, start))];
	return all.sort((one, other) => one.from - other.from);
}

/** How many blocks there are with these runs where there are so many without. */
function lengthWith(length: number, runs: readonly SuggestedRun[]): number {
	return runs.reduce((sum, { from, to, blocks }) => sum + blocks.length - (to - from), length);
}

/** Where a place between blocks as somebody would have them is in the text; the edge of the run in which it is. */
function inBase(runs: readonly SuggestedRun[], place: number, edge: 'start' | 'end'): number {
	let shift = 0;
	for (const run of runs) {
		const start = run.from + shift;
		const end = start + run.blocks.length;
		if (place < start || (place === start && edge === 'end')) break;
		if (place < end || (place === end && edge === 'end'))
			return edge === 'start' ? run.from : run.to;
		shift += run.blocks.length - (run.to - run.from);
	}
	return place - shift;
}

function withJson(base: readonly BlockJson[], runs: readonly SuggestedRun[]): BlockJson[] {
	const made: BlockJson[] = [];
	let kept = 0;
	for (const { from, to, blocks } of runs) {
		made.push(...base.slice(kept, from), ...blocks);
		kept = to;
	}
	return [...made, ...base.slice(kept)];
}
