import type { Node } from '@tiptap/pm/model';
import type { BlockJson, SuggestedRun } from '../../suggestions.ts';
import { documentOf, mergeDocuments } from '../merge/merge.ts';
import { contentSchema } from '../schema.ts';
import type { Content } from '../schema.ts';
import { runsOf, withRuns } from './runs.ts';

/** What became of a layer when the text under it changed. `moved`: only its places are others. */
export type Rebased = { runs: SuggestedRun[]; moved: boolean };

/** What changed in a text, as a run of its blocks: those of before from `from` to `to` became those to `toAfter`. */
export type TextChange = {
	before: Blocks;
	after: Blocks;
	from: number;
	to: number;
	toAfter: number;
};
type Blocks = readonly BlockJson[];

/** Where a text changed, or null. Compared as it is stored: for each layer only what lies there is read. */
export function textChange(before: Content, after: Content): TextChange | null {
	const [old, now] = [before.content ?? [], after.content ?? []];
	const isSame = (i: number, j: number) => JSON.stringify(old[i]) === JSON.stringify(now[j]);
	let from = 0;
	let [to, toAfter] = [old.length, now.length];
	while (from < to && from < toAfter && isSame(from, from)) from += 1;
	while (to > from && toAfter > from && isSame(to - 1, toAfter - 1)) {
		to -= 1;
		toAfter -= 1;
	}
	return to === from && toAfter === from ? null : { before: old, after: now, from, to, toAfter };
}

/**
 * A layer on the text as it is now: what its person would have otherwise, merged with what others changed. Only the
 * blocks are read that changed and the runs that touch them; other runs move along.
 */
export function rebased(change: TextChange, runs: readonly SuggestedRun[]): Rebased {
	const shift = change.toAfter - change.to;
	if (!runs.some((run) => run.to >= change.from && run.from <= change.to)) {
		return { runs: runs.map((run) => (run.from > change.to ? by(run, shift) : run)), moved: true };
	}
	const [start, end] = windowOf(change.before.length, [change.from, change.to], runs);
	const inside = runs.filter((run) => isIn(run, [start, end]));
	const others = runs
		.filter((run) => !inside.includes(run))
		.map((run) => (run.from >= end ? by(run, shift) : run));
	const base = textOf(change.before.slice(start, end));
	const now = textOf(change.after.slice(start, end + shift));
	const suggested = withRuns(
		base,
		inside.map((run) => by(run, -start))
	);
	const merged = runsOf(now, mergeDocuments(base, now, suggested)).map((run) => by(run, start));
	const all = [...others, ...merged].sort((one, other) => one.from - other.from);
	return { runs: all, moved: false };
}

/**
 * The blocks from and to which a layer is merged: what changed, the runs that touch it, and a block on either side that
 * is in no run, so that what is merged is never nothing.
 */
export function windowOf(blocks: number, changed: Range, runs: readonly SuggestedRun[]): Range {
	for (let window = grown(changed, runs, 0); ;) {
		const [start, end] = window;
		const wider: Range = [Math.max(0, start - 1), Math.max(end, Math.min(blocks, end + 1))];
		window = grown(wider, runs, 1);
		if (window[0] === wider[0] && window[1] === wider[1]) return window;
	}
}

/** Blocks of a text: from, and up to but not including. */
export type Range = readonly [number, number];

/** A range with all runs that reach at least so far into it. */
function grown([start, end]: Range, runs: readonly SuggestedRun[], least: number): Range {
	for (const run of runs) {
		const reaches = run.to >= start + least && run.from <= end - least;
		if (!reaches || isIn(run, [start, end])) continue;
		return grown([Math.min(start, run.from), Math.max(end, run.to)], runs, least);
	}
	return [start, end];
}

export function isIn(run: SuggestedRun, [start, end]: Range): boolean {
	return run.from >= start && run.to <= end;
}

/** A run so many blocks further on. */
export function by(run: SuggestedRun, shift: number): SuggestedRun {
	return shift === 0 ? run : { ...run, from: run.from + shift, to: run.to + shift };
}

/** Some blocks as a text of their own. */
export function textOf(blocks: Blocks): Node {
	return documentOf(blocks.map((block) => contentSchema.nodeFromJSON(block)));
}
