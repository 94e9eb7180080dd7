import { getSchema } from '@tiptap/core';
import type { Extensions, JSONContent } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { Callout } from './callout.ts';
import { TextHeading } from './heading.ts';
import { Link } from './link.ts';
import { TextParagraph } from './paragraph.ts';
import { TextQuote } from './quote.ts';
import { TABLE_EXTENSIONS } from './table.ts';
import { taskExtensions } from './task.ts';
import type { TextLanguage } from './words.ts';

/**
 * The number of the content schema. Raise it with every change to the nodes, marks or attributes
 * below: an editor with a lower number would delete what it does not know by merely opening it.
 */
export const CONTENT_SCHEMA = 2;

/** A text as ProseMirror JSON: what is stored, rendered and exported. */
export type Content = JSONContent;

/** A text with nothing in it. */
export const EMPTY_CONTENT: Content = { type: 'doc', content: [{ type: 'paragraph' }] };

/** The root of a part's Y.Doc that holds its text. */
export const TEXT_FRAGMENT = 'default';

/**
 * Everything a text can hold, for editor, server, export and search alike. Formatting is marks on
 * text only: a mark on a block node is lost in Yjs.
 */
export function contentExtensions(language: TextLanguage = 'nl'): Extensions {
	return [
		Document,
		TextParagraph,
		Text,
		TextHeading,
		BulletList,
		OrderedList,
		ListItem,
		...taskExtensions(language),
		TextQuote,
		Callout.configure({ language }),
		...TABLE_EXTENSIONS,
		// Tab leaves a code block: it is not a trap for the keyboard.
		CodeBlock.configure({ enableTabIndentation: false }),
		HorizontalRule,
		HardBreak,
		Link,
		Bold,
		Italic,
		Underline,
		Strike,
		// By default code excludes all other marks, but two people can still make both at once in Yjs;
		// then the text would be invalid for whoever opens it.
		Code.extend({ excludes: 'code' })
	];
}

/** The ProseMirror schema of every text. */
export const contentSchema = getSchema(contentExtensions());
