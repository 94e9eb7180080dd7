import type { Node } from '@tiptap/pm/model';
import { contentSchema } from '#domain/content/schema.ts';
import type { BlockJson } from '#domain/suggestions.ts';
import { counted, foundIn, textOf } from './found.ts';
import type { Found } from './found.ts';
import { blockStarts } from './bring-in.ts';
import type { LayerTold, RunTold } from './suggestions.ts';

/** So many blocks away from where they were counted, blocks are still looked for. */
const LOOK_WITHIN = 200;

/** A change that somebody suggests. */
export type Suggested = Found & { id: string; layer: LayerTold };

type Compared = { before: readonly Node[]; found: Found[] };
/** By the blocks that a run would bring. */
const compared = new WeakMap<readonly BlockJson[], Compared>();

/** Each answer of the server brings all runs: one that was read before is compared no more. */
export class RunReader {
	#known = new Map<string, RunTold>();

	read(layers: readonly LayerTold[]): LayerTold[] {
		const seen = new Map<string, RunTold>();
		const read = (run: RunTold): RunTold => {
			const face = JSON.stringify([run.before, run.blocks]);
			const { before, blocks } = seen.get(face) ?? this.#known.get(face) ?? run;
			const same = { ...run, before, blocks };
			seen.set(face, same);
			return same;
		};
		const all = layers.map((layer) => ({ ...layer, runs: layer.runs.map(read) }));
		this.#known = seen;
		return all;
	}
}

/**
 * What is suggested, with where that is in the text as it stands on the screen. That may be a moment ahead of what the
 * suggestions were counted in: blocks are looked for near where they were.
 */
export function suggestedIn(live: Node, layers: readonly LayerTold[]): Suggested[] {
	const starts = blockStarts(live);
	const all = layers.flatMap((layer) => suggestedBy(layer, live, starts));
	return all.sort((one, other) => placeOf(one) - placeOf(other));
}

function suggestedBy(layer: LayerTold, live: Node, starts: readonly number[]): Suggested[] {
	// What was found elsewhere moved all that comes after it.
	let shift = 0;
	const found = layer.runs.flatMap((run) => {
		const { before, found } = comparedIn(run);
		const at = whereIs(before, live.children, run.from + shift);
		if (at !== null) shift = at - run.from;
		const start = at === null ? null : (starts[at] ?? null);
		return found.map((one) => ({ ...one, start }));
	});
	return counted(found).map((one) => ({
		...one,
		layer,
		id: `${layer.person.id} ${one.hunk.key}`
	}));
}

function comparedIn(run: RunTold): Compared {
	const known = compared.get(run.blocks);
	if (known) return known;
	const before = run.before.map(nodeOf);
	const found = foundIn(textOf(before), textOf(run.blocks.map(nodeOf)), null);
	compared.set(run.blocks, { before, found });
	return { before, found };
}

/** The number of the first of these blocks in a text, nearest to where they are expected. */
function whereIs(wanted: readonly Node[], blocks: readonly Node[], near: number): number | null {
	const isAt = (at: number) =>
		at >= 0 &&
		at + wanted.length <= blocks.length &&
		wanted.every((block, nth) => block.eq(blocks[at + nth]!));
	for (let away = 0; away <= LOOK_WITHIN; away += 1) {
		if (isAt(near + away)) return near + away;
		if (isAt(near - away)) return near - away;
	}
	return null;
}

/** What has no place any more comes last. */
function placeOf({ start, hunk }: Suggested): number {
	return start === null ? Infinity : start + (hunk.inBase[0]?.from ?? 0);
}

function nodeOf(block: BlockJson): Node {
	return contentSchema.nodeFromJSON(block);
}
