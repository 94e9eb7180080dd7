import fc from 'fast-check';
import { anyAwayOf, mergedByYjs, returned } from './domain/away.ts';
import { fateOf } from './domain/letters.ts';
import type { Fate } from './domain/letters.ts';
import { rejoin } from '#domain/content/merge/rejoin.ts';

/**
 * Two people with unseen edits, merged by Yjs alone and as a return from being away.
 * `node tests/merging.ts [rounds] [seed] [edits of each]`
 */
const [rounds = 2500, seed = 2026, edits = 4] = process.argv.slice(2).map(Number);

const yjs = { lost: 0, doubled: 0, back: 0 };
const ours = { lost: 0, doubled: 0, back: 0 };
const ways = { exact: 0, corrected: 0, rewritten: 0 };

function count(sums: typeof yjs, fate: Fate): void {
	for (const wrong of ['lost', 'doubled', 'back'] as const) {
		if (fate[wrong].length > 0) sums[wrong] += 1;
	}
}

fc.assert(
	fc.property(anyAwayOf(edits), ({ absence, base, theirs, mine }) => {
		count(yjs, fateOf(base, theirs, mine, mergedByYjs(absence)));
		const back = rejoin(absence);
		ways[back.way] += 1;
		const text = returned(absence, back);
		text.check();
		count(ours, fateOf(base, theirs, mine, text));
	}),
	{ numRuns: rounds, seed }
);
console.log(JSON.stringify({ rounds, seed, edits, yjs, ours, ways }));
process.exitCode = ours.lost + ours.doubled + ours.back > 0 ? 1 : 0;
