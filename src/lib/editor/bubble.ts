import { isTextSelection } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';

/** Whether the toolbar of the selection shows: over selected words, with a mouse or keyboard. */
export function showsBubble({
	editor,
	element,
	state,
	from,
	to
}: {
	editor: Editor;
	element: HTMLElement;
	state: EditorState;
	from: number;
	to: number;
}): boolean {
	// By touch the system shows its own menu there; the toolbar is at the bottom of the screen.
	if (!editor.isEditable || matchMedia('(pointer: coarse)').matches) return false;
	const hasFocus = editor.view.hasFocus() || element.contains(document.activeElement);
	if (!hasFocus || !isTextSelection(state.selection) || state.selection.empty) return false;
	return state.doc.textBetween(from, to).length > 0 && !editor.isActive('codeBlock');
}
