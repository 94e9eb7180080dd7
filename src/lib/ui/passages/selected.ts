import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Doc } from 'yjs';
import { anchorOf, type Anchor } from '#domain/anchors/anchor.ts';
import { TextIndex } from '#domain/anchors/text-index.ts';
import { Characters } from '#domain/content/characters.ts';
import { identifiedContent } from '#domain/content/identified-content.ts';
import { identifiedText } from '#domain/content/identified-text.ts';

/** Of the text as it stands: several features look for their words in it at one moment. */
const INDEXED = new WeakMap<Node, TextIndex>();

/** The text of an editor as it is shared, or as it was frozen, to find passages in. */
export function textOf({ state }: Editor): TextIndex {
	const known = INDEXED.get(state.doc);
	if (known) return known;
	const shared: { doc: Doc } | undefined = ySyncPluginKey.getState(state);
	const text = new TextIndex(
		shared ? identifiedText(shared.doc) : identifiedContent(state.doc.toJSON())
	);
	INDEXED.set(state.doc, text);
	return text;
}

/** The words between two places with what holds them; null when there are none, or more than a quote has. */
export function passageBetween(
	editor: Editor,
	places: { from: number; to: number }
): Anchor | null {
	const text = textOf(editor);
	const characters = new Characters(editor.state.doc);
	return anchorOf(text, {
		from: characters.before(places.from),
		to: characters.before(places.to)
	});
}
