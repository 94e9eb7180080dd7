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

/** The words between two places with what holds them; null when there are none, or more than a quote has. */
export function passageBetween(
	editor: Editor,
	places: { from: number; to: number }
): Anchor | null {
	const text = sharedText(editor);
	if (!text) return null;
	const { doc } = editor.state;
	return anchorOf(text, {
		from: charactersBefore(doc, places.from),
		to: charactersBefore(doc, places.to)
	});
}
