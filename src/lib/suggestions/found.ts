import type { Node } from '@tiptap/pm/model';
import { changedBlocks } from '#domain/content/merge/spans.ts';
import { hunksOf } from '#domain/content/suggestions/hunks.ts';
import type { Hunk, Place } from '#domain/content/suggestions/hunks.ts';
import { contentSchema } from '#domain/content/schema.ts';

/** The text that all share, or as somebody would have it. */
export type Side = 'base' | 'suggested';

/** A change in one run of blocks, which stands in a text somewhere. */
export type Found = {
	hunk: Hunk;
	/** The run in either text: places of the hunk count from where it begins. */
	texts: Record<Side, Node>;
	/** Where the run begins in the text on the screen; null where it is not there as it was seen. */
	start: number | null;
};

/** The blocks as a text, which may have none. */
export function textOf(blocks: readonly Node[]): Node {
	return contentSchema.topNodeType.create(null, [...blocks]);
}

/** Where a change is in the text on the screen; null where it is not found. */
export function placesOf({ hunk, start }: Found, side: Side): Place[] | null {
	if (start === null) return null;
	const places = side === 'base' ? hunk.inBase : hunk.inSuggested;
	return places.map(({ from, to }) => ({ from: from + start, to: to + start }));
}

/** The words of the block that a change begins in, as they are now: what is changed when no words are. */
export function wordsAbout({ hunk, texts }: Found): string {
	const { base } = texts;
	const at = hunk.inBase[0]?.from ?? 0;
	let words = '';
	base.nodesBetween(at, Math.min(at + 1, base.content.size), (node) => {
		if (!words && node.isTextblock) words = node.textContent;
	});
	return words;
}

/** The changes in one run of blocks. */
export function foundIn(base: Node, suggested: Node, start: number | null): Found[] {
	return hunksOf(base, suggested).map((hunk) => ({ hunk, texts: { base, suggested }, start }));
}

/**
 * Counts changes that are alike over the whole text, as whoever decides about them does: each run by itself
 * would begin at one.
 */
export function counted(found: readonly Found[]): Found[] {
	const seen = new Map<string, number>();
	return found.map((one) => {
		const [alike = ''] = one.hunk.key.split('.');
		const nth = seen.get(alike) ?? 0;
		seen.set(alike, nth + 1);
		const key = nth === 0 ? alike : `${alike}.${nth}`;
		return key === one.hunk.key ? one : { ...one, hunk: { ...one.hunk, key } };
	});
}

type Run = { from: readonly Node[]; to: readonly Node[]; found: Found[] };

/** What differs between two texts, again and again while one of them is typed in: only runs that changed are compared. */
export class Differences {
	#runs: Run[] = [];

	/** Places are those of the suggested text. */
	between(base: Node, suggested: Node): Found[] {
		const runs = changedBlocks(base, suggested).map(({ from, to }) => ({
			run: this.#run(base.children.slice(...from), suggested.children.slice(...to)),
			at: to[0]
		}));
		this.#runs = runs.map(({ run }) => run);
		return counted(
			runs.flatMap(({ run, at }) => {
				const start = sizeOf(suggested.children.slice(0, at));
				return run.found.map((one) => ({ ...one, start }));
			})
		);
	}

	#run(from: readonly Node[], to: readonly Node[]): Run {
		const known = this.#runs.find((run) => isAlike(run.from, from) && isAlike(run.to, to));
		return known ?? { from, to, found: foundIn(textOf(from), textOf(to), 0) };
	}
}

function isAlike(some: readonly Node[], others: readonly Node[]): boolean {
	return some.length === others.length && some.every((node, nth) => node === others[nth]);
}

function sizeOf(blocks: readonly Node[]): number {
	return blocks.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
}
