import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Doc } from 'yjs';

/**
 * The caret is where the browser put it. A browser tells in a task of its own that it moved; on a busy page the next
 * key comes first, or an edit of somebody else, and ProseMirror works where the caret was: a Backspace is lost, an
 * Enter splits another paragraph, the caret jumps back. It reads the caret when it hears of a move: so it hears of it
 * before keys and before edits.
 */
export const FreshCaret = Extension.create<{ document: Doc | null }>({
	name: 'freshCaret',
	// The binding with Yjs remembers where the caret is before an edit of somebody else: it must be read before that.
	priority: 1100,
	addOptions: () => ({ document: null }),
	addProseMirrorPlugins() {
		// A text that nobody else writes in has only keys.
		const { document } = this.options;
		return [
			new Plugin({
				view(view) {
					const read = () => readCaret(view);
					document?.on('beforeAllTransactions', read);
					return { destroy: () => document?.off('beforeAllTransactions', read) };
				},
				props: {
					handleDOMEvents: {
						keydown(view) {
							readCaret(view);
							return false;
						}
					}
				}
			})
		];
	}
});

function readCaret(view: EditorView): void {
	if (view.composing || !view.hasFocus()) return;
	view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}
