import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import type { Content } from '#domain/content/schema.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { Writer } from './writer.ts';
import { anyBase, anyEdits, Letters, withLetters } from './edits.ts';
import type { Edit } from './edits.ts';
import { docOf, readDocument } from '#domain/content/merge/read.ts';
import type { Absence, Return } from '#domain/content/merge/rejoin.ts';

/** Two people on one text, neither of whom sees what the other writes; for tests. */
export type Away = {
	letters: Letters;
	absence: Absence;
	base: Node;
	theirs: Node;
	mine: Node;
};

export const anyAway: fc.Arbitrary<Away> = anyAwayOf(4);

/** As many edits each. */
export function anyAwayOf(edits: number): fc.Arbitrary<Away> {
	return fc.tuple(anyBase, anyEdits(edits), anyEdits(edits)).map((parts) => away(...parts));
}

function away(content: Content, theirEdits: Edit[], myEdits: Edit[]): Away {
	const letters = new Letters();
	const base = withLetters(content, letters);
	const state = contentUpdate(base.toJSON());
	const [them, me] = [new Writer(state), new Writer(state)];
	them.write(theirEdits, letters);
	me.write(myEdits, letters);
	const absence = { base: state, mine: me.updates, live: them.state };
	return { letters, absence, base, theirs: readDocument(them.doc), mine: readDocument(me.doc) };
}

/** What Yjs alone makes of both. */
export function mergedByYjs({ live, mine }: Absence): Node {
	return readDocument(docOf(live, ...mine));
}

/** What everybody sees after the return. */
export function returned({ live }: Absence, { update }: Return): Node {
	return readDocument(docOf(live, update));
}
