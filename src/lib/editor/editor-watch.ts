import type { Editor } from '@tiptap/core';
import { createSubscriber } from 'svelte/reactivity';

/** Reads from the editor that follow it: what `read` gives is asked again after every transaction. */
export function watching(editor: Editor): <T>(read: (editor: Editor) => T) => T {
	const subscribe = createSubscriber((changed) => {
		editor.on('transaction', changed);
		editor.on('focus', changed);
		editor.on('blur', changed);
		return () => {
			editor.off('transaction', changed);
			editor.off('focus', changed);
			editor.off('blur', changed);
		};
	});
	return (read) => {
		subscribe();
		return read(editor);
	};
}
