import type { Editor } from '@tiptap/core';
import type { EditorUi } from './editor-ui.svelte.ts';

/** Opens the menu of blocks as typing `/` does: on the caret's line when that is empty, else below it. */
export function openBlockMenu(editor: Editor, ui: EditorUi): void {
	const { $from } = editor.state.selection;
	const isEmptyLine = $from.parent.isTextblock && $from.parent.content.size === 0;
	const chain = editor.chain().focus();
	if (!isEmptyLine || $from.parent.type.spec.code) {
		const after = $from.depth > 0 ? $from.after(1) : editor.state.doc.content.size;
		chain.insertContentAt(after, { type: 'paragraph' }).setTextSelection(after + 1);
	}
	ui.slashByButton = true;
	chain.insertContent('/').run();
}
