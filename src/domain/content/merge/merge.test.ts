import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../schema.ts';
import { anyBase, anyEdits, edited, Letters, withLetters } from '#tests/domain/edits.ts';
import type { Edit } from '#tests/domain/edits.ts';
import { fateOf } from '#tests/domain/letters.ts';
import { mergeDocuments } from './merge.ts';

const NOTHING_WRONG = { lost: [], doubled: [], back: [] };

type History = { base: Node; theirs: Node; mine: Node };

function history(content: Content, theirs: Edit[], mine: Edit[]): History {
	const letters = new Letters();
	const base = withLetters(content, letters);
	const after = (edits: Edit[]) => edits.reduce((doc, edit) => edited(doc, edit, letters), base);
	return { base, theirs: after(theirs), mine: after(mine) };
}

const anyHistory = fc.tuple(anyBase, anyEdits(5), anyEdits(5)).map((parts) => history(...parts));

describe('two versions of one text', () => {
	test('are merged without losing, doubling or bringing back a letter, and validly', () => {
		fc.assert(
			fc.property(anyHistory, ({ base, theirs, mine }) => {
				const merged = mergeDocuments(base, theirs, mine);
				merged.check();
				expect(fateOf(base, theirs, mine, merged)).toEqual(NOTHING_WRONG);
			}),
			{ numRuns: 40 }
		);
	});
});
