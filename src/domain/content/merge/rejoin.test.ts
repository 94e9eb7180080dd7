import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentUpdate } from '../yjs.ts';
import { anyAway, mergedByYjs, returned } from '#tests/domain/away.ts';
import { Writer } from '#tests/domain/writer.ts';
import { anyEdits } from '#tests/domain/edits.ts';
import { fateOf } from '#tests/domain/letters.ts';
import { mergeDocuments } from './merge.ts';
import { docOf, readDocument } from './read.ts';
import { rejoin } from './rejoin.ts';
import { isMisplaced } from './place.ts';
import { Rescue } from './rescue.ts';
import { writeDocument } from './write.ts';

const NOTHING_WRONG = { lost: [], doubled: [], back: [] };
/** Few, to be quick; `tests/merging.ts` plays thousands. */
const ROUNDS = 15;

describe('coming back from being away', () => {
	test('loses, doubles and brings back nothing', () => {
		fc.assert(
			fc.property(anyAway, ({ absence, base, theirs, mine }) => {
				const text = returned(absence, rejoin(absence));
				text.check();
				expect(fateOf(base, theirs, mine, text)).toEqual(NOTHING_WRONG);
			}),
			{ numRuns: ROUNDS }
		);
	});

	test('would lose, double or bring back text with Yjs alone: the check can fail', () => {
		const rounds = fc.sample(anyAway, { numRuns: ROUNDS, seed: 2026 });
		const wrong = rounds.filter(({ absence, base, theirs, mine }) => {
			const { lost, doubled, back } = fateOf(base, theirs, mine, mergedByYjs(absence));
			return lost.length + doubled.length + back.length > 0;
		});
		expect(wrong.length).toBeGreaterThan(ROUNDS / 10);
	});

	test('merges what had arrived although nobody heard of it too: nothing is lost by that', () => {
		fc.assert(
			fc.property(anyAway, fc.nat(), ({ absence, base, theirs, mine }, pick) => {
				const arrived = absence.mine.slice(0, pick % (absence.mine.length + 1));
				// Deletes alone leave no trace of whose they are.
				if (!arrived.some((update) => Y.parseUpdateMeta(update).to.size > 0)) return;
				// As the server has it: whatever was written, also what has no place.
				const live = Y.mergeUpdates([absence.live, ...arrived]);
				const text = returned({ ...absence, live }, rejoin({ ...absence, live }));
				text.check();
				const { lost } = fateOf(base, theirs, mine, text);
				expect(lost).toEqual([]);
			}),
			{ numRuns: ROUNDS }
		);
	});

	test('shows the editor that was away nothing but what all get', () => {
		fc.assert(
			fc.property(anyAway, ({ absence }) => {
				const back = rejoin(absence);
				const editor = docOf(absence.base, ...absence.mine);
				const shown: string[] = [];
				// More than once: Yjs cleans up its marks of formatting in a step of its own.
				editor.on('afterTransaction', () => shown.push(readDocument(editor).toString()));
				editor.transact(() => {
					Y.applyUpdate(editor, absence.live);
					Y.applyUpdate(editor, back.update);
				});
				expect(new Set(shown)).toEqual(new Set([returned(absence, back).toString()]));
			}),
			{ numRuns: ROUNDS }
		);
	});

	test('leaves Yjs alone when only one side wrote', () => {
		fc.assert(
			fc.property(anyAway, ({ absence, base, mine }) => {
				const alone = { ...absence, live: absence.base };
				const back = rejoin(alone);
				expect(back.way).toBe('exact');
				expect(returned(alone, back).eq(absence.mine.length > 0 ? mine : base)).toBe(true);
				expect(rejoin({ ...absence, mine: [] }).way).toBe('exact');
			}),
			{ numRuns: ROUNDS }
		);
	});

	test('writes the merged text on a text that was built anew meanwhile', () => {
		fc.assert(
			fc.property(anyAway, ({ absence, base, theirs, mine }) => {
				if (mine.eq(base)) return;
				const rebuilt = { ...absence, live: contentUpdate(theirs.toJSON()) };
				const back = rejoin(rebuilt);
				if (back.way !== 'rewritten') return;
				expect(returned(rebuilt, back).eq(mergeDocuments(base, theirs, mine))).toBe(true);
			}),
			{ numRuns: ROUNDS }
		);
	});
});

describe('an edit that gives text to other nodes', () => {
	test('keeps what is typed in the original before it is seen', () => {
		fc.assert(
			fc.property(anyAway, anyEdits(1), ({ absence, letters }, [edit]) => {
				const { live } = absence;
				const third = new Writer(live);
				third.write([{ ...edit!, kind: 'type' }], letters);
				const mine = docOf(live, ...absence.mine);
				const [before, own] = [readDocument(docOf(live)), readDocument(mine)];
				const rescue = new Rescue([live]);
				for (const unseen of third.updates) {
					Y.applyUpdate(mine, unseen);
					const wanted = isMisplaced(mine, unseen) ? rescue.wanted(mine, unseen) : null;
					if (wanted) writeDocument(mine, wanted, 'rescue');
					rescue.heard(unseen);
				}
				const { lost } = fateOf(before, readDocument(third.doc), own, readDocument(mine));
				expect(lost).toEqual([]);
			}),
			{ numRuns: ROUNDS }
		);
	});
});
