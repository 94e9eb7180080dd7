import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { changedBlocks } from '#domain/content/merge/spans.ts';

/** Puts in an editor what its text became elsewhere: outside its history, without moving its caret or the page. */
export function bringIn(editor: Editor, next: Node): void {
	const { view } = editor;
	// A browser tells late that the caret moved: it is read before the words move.
	if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
	view.dispatch(arrival(editor.state, next).setMeta('addToHistory', false));
}

/** One replacement for each run of blocks that differs, as small as it can be. */
function arrival(state: EditorState, next: Node): Transaction {
	const spans = changedBlocks(state.doc, next);
	const starts = blockStarts(state.doc);
	const { tr } = state;
	// From the end, so that what lies before stays where it is.
	for (const { from, to } of spans.toReversed()) {
		const [start, end] = [starts[from[0]]!, starts[from[1]]!];
		const before = state.doc.type.create(null, state.doc.children.slice(...from));
		const after = state.doc.type.create(null, next.children.slice(...to));
		const differs = before.content.findDiffStart(after.content);
		const ends = before.content.findDiffEnd(after.content);
		if (differs === null || !ends) continue;
		// Repeated words can match from both sides: then the ends lie before the start.
		const overlap = Math.max(0, differs - Math.min(ends.a, ends.b));
		const slice = after.slice(differs, ends.b + overlap);
		try {
			tr.replace(start + differs, start + ends.a + overlap, slice);
		} catch {
			tr.replaceWith(start, end, after.content);
		}
	}
	if (tr.doc.eq(next)) return tr;
	return state.tr.replaceWith(0, state.doc.content.size, next.content);
}

/** Where each block of a text begins, and where the last one ends. */
export function blockStarts(doc: Node): number[] {
	const starts = [0];
	for (const block of doc.children) starts.push(starts.at(-1)! + block.nodeSize);
	return starts;
}
