import { Editor } from '@tiptap/core';
import { contentExtensions, type Content } from '#domain/content/schema.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { PassageMarks } from '#lib/ui/passages/passage-marks.ts';

/** A text that nobody changes any more, as one that can be marked and selected in. */
export function frozenEditor(place: HTMLElement, content: Content, label: string): Editor {
	return new Editor({
		element: place,
		editable: false,
		injectCSS: false,
		content,
		extensions: [...contentExtensions(getLocale()), PassageMarks],
		editorProps: { attributes: { class: 'content', role: 'document', 'aria-label': label } }
	});
}
