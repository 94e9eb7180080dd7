import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { contentSchema, TEXT_FRAGMENT } from './schema.ts';
import type { Content } from './schema.ts';

/** The text of a part's Y.Doc. Reads only: the converter that builds ProseMirror nodes would edit the document. */
export function readContent(doc: Y.Doc): Content {
	return yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(TEXT_FRAGMENT));
}

/**
 * The first content of a part as one Yjs update, made once, by the server, when the part is made.
 * Made a second time it is other content to Yjs: the text would be there twice.
 */
export function contentUpdate(content: Content): Uint8Array {
	const doc = new Y.Doc();
	doc.transact(() => {
		prosemirrorJSONToYXmlFragment(contentSchema, content, doc.getXmlFragment(TEXT_FRAGMENT));
	});
	const update = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return update;
}
