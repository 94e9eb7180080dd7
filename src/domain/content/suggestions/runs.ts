import type { Node } from '@tiptap/pm/model';
import type { BlockJson, SuggestedRun } from '../../suggestions.ts';
import { differenceOf } from '../merge/difference.ts';
import { documentOf } from '../merge/merge.ts';
import { changedBlocks } from '../merge/spans.ts';
import { contentSchema } from '../schema.ts';

/** The runs of blocks in which somebody would have a text otherwise: what is kept of it. */
export function runsOf(base: Node, suggested: Node): SuggestedRun[] {
	const runs: SuggestedRun[] = [];
	for (const { from, to } of changedBlocks(base, suggested)) {
		const [old, now] = [base.children.slice(...from), suggested.children.slice(...to)];
		if (looksAlike(old, now)) continue;
		const blocks = now.map(jsonOf);
		const last = runs.at(-1);
		// Runs don't touch.
		if (last && last.to === from[0]) {
			runs[runs.length - 1] = { ...last, to: from[1], blocks: [...last.blocks, ...blocks] };
		} else runs.push({ from: from[0], to: from[1], blocks });
	}
	return runs;
}

/** Whether there is nothing to decide on: marks of two kinds on the same words have no order of their own. */
function looksAlike(old: readonly Node[], now: readonly Node[]): boolean {
	if (old.length !== now.length) return false;
	if (old.some((block, nth) => block.textContent !== now[nth]!.textContent)) return false;
	return differenceOf(documentOf(old), documentOf(now)).hunks === 0;
}

/** The text as somebody would have it. Throws where the runs are not of this text. */
export function withRuns(base: Node, runs: readonly SuggestedRun[]): Node {
	const blocks: Node[] = [];
	let kept = 0;
	for (const run of runs) {
		if (run.from < kept || run.to < run.from || run.to > base.childCount) {
			throw new RangeError(`no run from ${run.from} to ${run.to} in ${base.childCount} blocks`);
		}
		blocks.push(...base.children.slice(kept, run.from), ...run.blocks.map(nodeOf));
		kept = run.to;
	}
	return documentOf([...blocks, ...base.children.slice(kept)]);
}

function nodeOf(block: BlockJson): Node {
	return contentSchema.nodeFromJSON(block);
}

function jsonOf(node: Node): BlockJson {
	return node.toJSON();
}
