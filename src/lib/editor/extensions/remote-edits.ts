import { Extension } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * Edits of others change what they change and nothing else. The binding with Yjs replaces the whole
 * document for every one of them: then the page is drawn anew in other elements, so that browsers
 * can't keep the reader's place, and everything that follows positions loses them.
 */
export const RemoteEdits = Extension.create({
	name: 'remoteEdits',
	dispatchTransaction({ transaction, next }) {
		const origin: unknown = transaction.getMeta(ySyncPluginKey);
		next(isRemote(origin) ? smallest(this.editor.state, transaction, origin) : transaction);
	}
});

type Origin = { isChangeOrigin: true; isUndoRedoOperation?: boolean };

function isRemote(origin: unknown): origin is Origin {
	return (
		typeof origin === 'object' &&
		origin !== null &&
		'isChangeOrigin' in origin &&
		origin.isChangeOrigin === true
	);
}

/** The same change as the smallest replacement that makes it. */
function smallest(state: EditorState, whole: Transaction, origin: Origin): Transaction {
	const small = state.tr.setMeta(ySyncPluginKey, origin).setMeta('addToHistory', false);
	try {
		const step = smallestStep(state, whole);
		if (step) small.step(step);
	} catch {
		return whole;
	}
	if (small.doc.content.size !== whole.doc.content.size) return whole;
	small.setSelection(Selection.fromJSON(small.doc, whole.selection.toJSON()));
	// Only one's own undo may scroll.
	return origin.isUndoRedoOperation ? small.scrollIntoView() : small;
}

function smallestStep(state: EditorState, whole: Transaction): ReplaceStep | null {
	const [before, after] = [state.doc.content, whole.doc.content];
	const start = before.findDiffStart(after);
	const ends = before.findDiffEnd(after);
	if (start === null || !ends) return null;
	// Repeated text can match from both sides: then the ends lie before the start.
	const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
	return new ReplaceStep(start, ends.a + overlap, whole.doc.slice(start, ends.b + overlap));
}
