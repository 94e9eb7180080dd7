import { mergeAttributes } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { CONTENT_WORDS } from './words.ts';
import type { TextLanguage } from './words.ts';

/** Tasks whose box is named in the given language, also before the editor is there. */
export function taskExtensions(language: TextLanguage) {
	const named = (text: string) => `${CONTENT_WORDS[language].done}: ${text}`;
	const item = TaskItem.extend({
		renderHTML({ node, HTMLAttributes }) {
			const box = {
				type: 'checkbox',
				checked: node.attrs['checked'] === true ? 'checked' : null,
				disabled: 'disabled',
				'aria-label': named(node.firstChild?.textContent ?? '')
			};
			return [
				'li',
				mergeAttributes(HTMLAttributes, { 'data-type': this.name }),
				['label', { contenteditable: 'false' }, ['input', box], ['span']],
				['div', 0]
			];
		}
	}).configure({
		nested: true,
		a11y: { checkboxLabel: (node) => named(node.firstChild?.textContent ?? '') }
	});
	return [TaskList, item];
}
