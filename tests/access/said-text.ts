import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { anchorOf, type Anchor } from '#domain/anchors/anchor.ts';
import { TextIndex } from '#domain/anchors/text-index.ts';
import { contentSchema, TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { identifiedText } from '#domain/content/identified-text.ts';

/** A text of one paragraph as it is stored, the same each time, and the passage that is all of it. */
export function saidText(words: string): { state: Uint8Array; passage: Anchor } {
	const doc = new Y.Doc();
	doc.clientID = 1;
	const paragraph = { type: 'paragraph', content: [{ type: 'text', text: words }] };
	const content = { type: 'doc', content: [paragraph] };
	prosemirrorJSONToYXmlFragment(contentSchema, content, doc.getXmlFragment(TEXT_FRAGMENT));
	const text = new TextIndex(identifiedText(doc));
	const passage = anchorOf(text, { from: 0, to: text.characters.length });
	if (!passage) throw new Error('a text without words has no passage');
	return { state: Y.encodeStateAsUpdate(doc), passage };
}
