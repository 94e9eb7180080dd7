import type { Editor } from '@tiptap/core';
import { quoteSource } from '#domain/content/quote.ts';
import type { EditorUi } from './editor-ui.svelte.ts';

/** Opens the form for who or what the quote at the caret is from. */
export function askSource(editor: Editor, ui: EditorUi): void {
	const source = quoteSource(editor.getAttributes('blockquote')['source']);
	ui.field = { kind: 'source', value: source ?? '' };
}

export function setSource(editor: Editor, source: string): void {
	editor
		.chain()
		.focus()
		.updateAttributes('blockquote', { source: quoteSource(source) })
		.run();
}
