import type { Editor } from '@tiptap/core';
import { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import { EditorUi } from './editor-ui.svelte.ts';
import { openText } from './open-text.ts';

let editors: Editor[] = [];

/** An editor of a text, as a page has it; for tests. */
export function openEditor(doc: Doc): Editor {
	const place = document.createElement('div');
	document.body.append(place);
	const editor = openText({
		connection: { doc, awareness: new Awareness(doc), unsent: false },
		ui: new EditorUi(),
		place,
		bubble: document.createElement('div'),
		isWriting: () => true,
		label: () => 'Tekst',
		language: 'nl',
		extensions: []
	});
	editors.push(editor);
	return editor;
}

/** Closes those of a test. */
export function closeEditors(): void {
	for (const editor of editors) editor.destroy();
	editors = [];
	document.body.replaceChildren();
}
