import type { Editor } from '@tiptap/core';
import type { EditorUi } from './editor-ui.svelte.ts';

/** Opens the form for the link at the selection, with the address that is there. */
export function askLink(editor: Editor, ui: EditorUi): void {
	if (!editor.isEditable) return;
	const href: unknown = editor.getAttributes('link')['href'];
	ui.field = { kind: 'link', value: typeof href === 'string' ? href : '' };
}

/** Makes the selection, or the whole link at the caret, point to `href`; without either, writes it out. */
export function setLink(editor: Editor, href: string): void {
	const chain = editor.chain().focus();
	if (editor.state.selection.empty && !editor.isActive('link')) {
		const words = href.replace(/^(mailto:|tel:|https:\/\/)/, '');
		chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] });
	} else {
		chain.extendMarkRange('link').setMark('link', { href });
	}
	chain.run();
}

export function removeLink(editor: Editor): void {
	editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
}
