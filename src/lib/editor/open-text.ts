import { Editor } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { ListKeymap } from '@tiptap/extension-list';
// One by one: together they bring a history of their own, which undoes what others did.
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Selection } from '@tiptap/extensions/selection';
import type { Doc } from 'yjs';
import { contentExtensions, TEXT_FRAGMENT } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';
import { CONTENT_WORDS } from '#domain/content/words.ts';
import type { TextLanguage } from '#domain/content/words.ts';
import { hasText } from '#domain/content/text.ts';
import { unknownPart } from '#domain/content/known.ts';
import { rawContent } from '#domain/content/yjs.ts';
import { m } from '#lib/paraglide/messages.js';
import { PassageMarks } from '#lib/ui/passages/passage-marks.ts';
import type { Connection } from './connection.ts';
import type { EditorUi } from './editor-ui.svelte.ts';
import { AfterLast } from './extensions/after-last.ts';
import { Bubble } from './extensions/bubble.ts';
import { Carets } from './extensions/carets.ts';
import { FreshCaret } from './extensions/fresh-caret.ts';
import { LinkInput } from './extensions/link-input.ts';
import { PageAttributes } from './extensions/page-attributes.ts';
import { RemoteEdits } from './extensions/remote-edits.ts';
import { Shortcuts } from './extensions/shortcuts.ts';
import { Slash } from './extensions/slash.ts';
import { SharedText } from './together/shared-text.ts';
import './carets.css';

/** Room kept free around the caret when the text scrolls to it: bars stand above and below. */
const SCROLL_MARGIN = { top: 96, bottom: 96, left: 0, right: 0 };

export type TextOptions = {
	connection: Pick<Connection, 'doc' | 'awareness' | 'unsent'>;
	ui: EditorUi;
	/** Where the editor stands. */
	place: HTMLElement;
	/** Holds the toolbar of the selection. */
	bubble: HTMLElement;
	isWriting: () => boolean;
	label: () => string;
	language: TextLanguage;
	headingPrefix?: string;
	extensions: Extensions;
};

/** Why the text of a connection must not be opened for writing, or null when it may. */
export function unfitness(doc: Doc, stored: Content): 'missing' | 'tooNew' | null {
	// A part always has at least a paragraph. Nothing at all, where there was text, is not its text.
	const isBare = doc.getXmlFragment(TEXT_FRAGMENT).length === 0;
	if (isBare && hasText(stored)) return 'missing';
	return unknownPart(rawContent(doc)) === null ? null : 'tooNew';
}

/** The editor of a text that has arrived. Making it changes nothing in the text. */
export function openText(options: TextOptions): Editor {
	const { connection, ui, place, bubble, language, headingPrefix } = options;
	return new Editor({
		element: place,
		editable: options.isWriting(),
		injectCSS: false,
		extensions: [
			...contentExtensions(language),
			SharedText.configure({ document: connection.doc, field: TEXT_FRAGMENT }),
			RemoteEdits,
			FreshCaret.configure({ document: connection.doc }),
			Carets.configure({ awareness: connection.awareness }),
			PageAttributes.configure({
				placeholder: m.editor_placeholder(),
				headingPrefix,
				isWriting: options.isWriting,
				table: CONTENT_WORDS[language].table
			}),
			Bubble.configure({ element: bubble }),
			Slash.configure({ ui }),
			Shortcuts.configure({ ui, saved: () => !connection.unsent }),
			LinkInput,
			PassageMarks,
			AfterLast,
			ListKeymap,
			Gapcursor,
			Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
			Selection.configure({ className: 'kept-selection' }),
			...options.extensions
		],
		editorProps: {
			scrollMargin: SCROLL_MARGIN,
			scrollThreshold: SCROLL_MARGIN,
			attributes: attributesOf(options.label(), options.isWriting())
		}
	});
}

/** Lets one write in the text, or only read it. */
export function setWriting(editor: Editor, label: string, isWriting: boolean): void {
	const attributes = attributesOf(label, isWriting);
	editor.setOptions({
		editable: isWriting,
		editorProps: { ...editor.options.editorProps, attributes }
	});
}

// An object, not a function of the state: Tiptap spreads it before it makes the view.
function attributesOf(label: string, isWriting: boolean): Record<string, string> {
	const reading = { class: 'content', role: 'document', 'aria-label': label };
	if (!isWriting) return reading;
	return {
		...reading,
		role: 'textbox',
		'aria-multiline': 'true',
		'aria-description': m.editor_hint()
	};
}
