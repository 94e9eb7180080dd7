import type { Editor } from '@tiptap/core';

/** Selected places in a text; of one that can't be written in, as the browser has them. */
export function selectedPlaces({
	view,
	state,
	isEditable
}: Editor): { from: number; to: number } | null {
	if (isEditable) {
		const { from, to, empty } = state.selection;
		return empty ? null : { from, to };
	}
	const selection = getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
	if (!view.dom.contains(startContainer) || !view.dom.contains(endContainer)) return null;
	const [from, to] = [
		view.posAtDOM(startContainer, startOffset),
		view.posAtDOM(endContainer, endOffset)
	];
	return from < to ? { from, to } : null;
}
