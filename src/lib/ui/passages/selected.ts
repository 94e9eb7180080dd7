import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Doc } from 'yjs';
import { anchorOf, type Anchor } from '#domain/anchors/anchor.ts';
import { TextIndex } from '#domain/anchors/text-index.ts';
import { Characters } from '#domain/content/characters.ts';
import { identifiedText } from '#domain/content/identified-text.ts';

/** Of the text as it stands: several features look for their words in it at one moment. */
const INDEXED = new WeakMap<Node, TextIndex>();

/** The text of an editor as it is shared, to find passages in; null while there is none. */
export function sharedText({ state }: Editor): TextIndex | null {
	const shared: { doc: Doc } | undefined = ySyncPluginKey.getState(state);
	if (!shared) return null;
	const known = INDEXED.get(state.doc);
	if (known) return known;
	const text = new TextIndex(identifiedText(shared.doc));
	INDEXED.set(state.doc, text);
	return text;
}

/** The words between two places with what holds them; null when there are none, or more than a quote has. */
export function passageBetween(
	editor: Editor,
	places: { from: number; to: number }
): Anchor | null {
	const text = sharedText(editor);
	if (!text) return null;
	const characters = new Characters(editor.state.doc);
	return anchorOf(text, {
		from: characters.before(places.from),
		to: characters.before(places.to)
	});
}
