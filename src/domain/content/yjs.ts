import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { cleanContent, DEPTH_MAX } from './clean.ts';
import { contentSchema, TEXT_FRAGMENT } from './schema.ts';
import type { Content } from './schema.ts';

/** The text of a part's Y.Doc, as the schema wants it. Reads only: it never edits the document. */
export function readContent(doc: Y.Doc): Content {
	return cleanContent(rawContent(doc));
}

/**
 * What stands in a part's Y.Doc, also what the schema does not know. The binding's own converters throw
 * on what no editor makes, or edit the document that they read.
 */
export function rawContent(doc: Y.Doc): Content {
	return { type: 'doc', content: rawChildren(doc.getXmlFragment(TEXT_FRAGMENT), 0) };
}

function rawChildren(parent: Y.XmlFragment, depth: number): Content[] {
	if (depth > DEPTH_MAX) return [];
	return parent.toArray().flatMap((child: unknown): Content[] => {
		if (child instanceof Y.XmlText) return rawText(child);
		return child instanceof Y.XmlElement ? [rawNode(child, depth)] : [];
	});
}

/** What stands in one element of a text, at most so deep as a text can be. */
export function rawNode(element: Y.XmlElement, depth = 0): Content {
	const attrs = element.getAttributes();
	const content = rawChildren(element, depth + 1);
	return {
		type: element.nodeName,
		...(Object.keys(attrs).length > 0 && { attrs }),
		...(content.length > 0 && { content })
	};
}

type Delta = { insert: unknown; attributes?: Record<string, unknown> };

function rawText(text: Y.XmlText): Content[] {
	const deltas: Delta[] = text.toDelta();
	return deltas.flatMap(({ insert, attributes = {} }) => {
		if (typeof insert !== 'string') return [];
		const marks = Object.entries(attributes).map(([name, attrs]) => ({
			type: markName(name),
			...(isRecord(attrs) && { attrs })
		}));
		return [{ type: 'text', text: insert, ...(marks.length > 0 && { marks }) }];
	});
}

/** The mark that a format in Yjs stands for: the binding adds a hash to the name of one that can overlap itself. */
export function markName(format: string): string {
	return format.replace(/--[a-zA-Z0-9+/=]{8}$/, '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
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
