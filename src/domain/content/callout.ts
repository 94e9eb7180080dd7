import { mergeAttributes, Node } from '@tiptap/core';
import { CALLOUT_KINDS, calloutKind, CONTENT_WORDS } from './words.ts';
import type { CalloutKind, TextLanguage } from './words.ts';

declare module '@tiptap/core' {
	interface Commands<ReturnType> {
		callout: {
			/** Wraps the selection in a callout, changes its kind, or unwraps it when it has that kind. */
			toggleCallout: (kind: CalloutKind) => ReturnType;
		};
	}
}

/** A passage set apart: a handle for practice, a warning, or a source. */
export const Callout = Node.create<{ language: TextLanguage }>({
	name: 'callout',
	group: 'block',
	content: 'block+',
	defining: true,

	addOptions() {
		return { language: 'nl' };
	},
	addAttributes() {
		return {
			kind: {
				default: 'tip',
				parseHTML: (element) => calloutKind(element.getAttribute('data-callout')),
				renderHTML: ({ kind }) => ({ 'data-callout': calloutKind(kind) })
			}
		};
	},
	parseHTML() {
		return [{ tag: 'div[data-callout]', contentElement: 'div' }];
	},
	renderHTML({ node, HTMLAttributes }) {
		const label = CONTENT_WORDS[this.options.language].callout[calloutKind(node.attrs['kind'])];
		return [
			'div',
			mergeAttributes(HTMLAttributes, { class: 'callout', role: 'note', 'aria-label': label }),
			['p', { class: 'callout-label', contenteditable: 'false' }, label],
			['div', 0]
		];
	},
	addCommands() {
		return {
			toggleCallout:
				(kind) =>
				({ commands, editor }) => {
					if (editor.isActive(this.name, { kind })) return commands.lift(this.name);
					if (editor.isActive(this.name)) return commands.updateAttributes(this.name, { kind });
					return CALLOUT_KINDS.includes(kind) && commands.wrapIn(this.name, { kind });
				}
		};
	}
});
