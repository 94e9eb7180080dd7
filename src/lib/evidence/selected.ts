import type { Editor } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Doc } from 'yjs';
import { anchorOf, type Anchor } from '#domain/anchors/anchor.ts';
import { TextIndex } from '#domain/anchors/text-index.ts';
import { charactersBefore } from '#domain/content/characters.ts';
import { identifiedText } from '#domain/content/identified-text.ts';

/** The text of an editor as it is shared, to find passages in; null while there is none. */
export function sharedText(editor: Editor): TextIndex | null {
	const shared: { doc: Doc } | undefined = ySyncPluginKey.getState(editor.state);
	return shared ? new TextIndex(identifiedText(shared.doc)) : null;
}

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

/** The selected words with what holds them; null when there are none, or more than a quote has. */
export function selectedPassage(editor: Editor): Anchor | null {
	const places = selectedPlaces(editor);
	const text = sharedText(editor);
	if (!places || !text) return null;
	const { doc } = editor.state;
	return anchorOf(text, {
		from: charactersBefore(doc, places.from),
		to: charactersBefore(doc, places.to)
	});
}
