import { isTextSelection } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Whether the toolbar of the selection shows: over selected words, with a mouse or keyboard. */
export function showsBubble({
	editor,
	element,
	view,
	state,
	from,
	to
}: {
	editor: Editor;
	element: HTMLElement;
	view: EditorView;
	state: EditorState;
	from: number;
	to: number;
}): boolean {
	// It is asked after a pause; by then the editor may be gone.
	if (editor.isDestroyed || !editor.isEditable) return false;
	// By touch the system shows its own menu there; the toolbar is at the bottom of the screen.
	if (matchMedia('(pointer: coarse)').matches) return false;
	const hasFocus = view.hasFocus() || element.contains(document.activeElement);
	if (!hasFocus || !isTextSelection(state.selection) || state.selection.empty) return false;
	return state.doc.textBetween(from, to).length > 0 && !editor.isActive('codeBlock');
}
