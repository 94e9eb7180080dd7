import { Editor } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { ListKeymap } from '@tiptap/extension-list';
// One by one: together they bring a history of their own, which undoes what others did.
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Selection } from '@tiptap/extensions/selection';
import { contentExtensions } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';
import { CONTENT_WORDS } from '#domain/content/words.ts';
import type { TextLanguage } from '#domain/content/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { PassageMarks } from '#lib/ui/passages/passage-marks.ts';
import type { EditorUi } from './editor-ui.svelte.ts';
import { AfterLast } from './extensions/after-last.ts';
import { Bubble } from './extensions/bubble.ts';
import { LinkInput } from './extensions/link-input.ts';
import { PageAttributes } from './extensions/page-attributes.ts';
import { Shortcuts } from './extensions/shortcuts.ts';
import { Slash } from './extensions/slash.ts';
import { Typed } from './extensions/typed.ts';

/** Room kept free around the caret when the text scrolls to it: bars stand above and below. */
const SCROLL_MARGIN = { top: 96, bottom: 96, left: 0, right: 0 };

/** How one writes, whoever else writes in the text. */
export type WritingOptions = {
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

/** What a text is: where its words come from and go to, and whether they are stored. */
export type Written = { extensions: Extensions; content?: Content; saved: () => boolean };

/** An editor with all that one writes with: the same for a text that all share and for one's own version of it. */
export function writingEditor(options: WritingOptions, text: Written): Editor {
	const { ui, place, bubble, language, headingPrefix } = options;
	// Made apart: ProseMirror asks where the selection is while it is made, and in its place the page would be laid out for that.
	const apart = document.createElement('div');
	const editor = new Editor({
		element: apart,
		editable: options.isWriting(),
		injectCSS: false,
		content: text.content,
		extensions: [
			...contentExtensions(language),
			...text.extensions,
			PageAttributes.configure({
				placeholder: m.editor_placeholder(),
				headingPrefix,
				isWriting: options.isWriting,
				table: CONTENT_WORDS[language].table
			}),
			Bubble.configure({ element: bubble }),
			Slash.configure({ ui }),
			Shortcuts.configure({ ui, saved: text.saved }),
			Typed,
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
	place.append(...apart.childNodes);
	return editor;
}

/** Lets one write in the text, or only read it. */
export function setWriting(editor: Editor, label: string, isWriting: boolean): void {
	const { editable, editorProps } = editor.options;
	const attributes = attributesOf(label, isWriting);
	// As it was made: to say so again would draw all of it again.
	const isSo = editable === isWriting && labelOf(editorProps.attributes) === label;
	if (!isSo)
		editor.setOptions({ editable: isWriting, editorProps: { ...editorProps, attributes } });
}

function labelOf(attributes: Editor['options']['editorProps']['attributes']): string | undefined {
	return typeof attributes === 'object' ? attributes['aria-label'] : undefined;
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
