import { Extension, InputRule, markPasteRule } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { allowedAddress, typedAddress } from '#domain/content/address.ts';

const TYPED = /(?:^|\s)((?:https?:\/\/|www\.)[^\s<>]+)(\s)$/i;
const PASTED = /(?:https?:\/\/|www\.)[^\s<>]+/gi;

/** Addresses that are typed or pasted become links; one pasted over words makes those words the link. */
export const LinkInput = Extension.create({
	name: 'linkInput',

	addInputRules() {
		return [
			new InputRule({
				find: TYPED,
				handler: ({ state, range, match }) => {
					const words = (match[1] ?? '').replace(/[.,;:!?)]+$/, '');
					const href = typedAddress(words);
					const link = state.schema.marks['link'];
					if (!href || !link) return null;
					const from = range.from + match[0].indexOf(words);
					const to = from + words.length;
					if (state.doc.rangeHasMark(from, to, link)) return null;
					// The rule stands for the space that was typed.
					state.tr.addMark(from, to, link.create({ href })).insertText(match[2] ?? ' ', range.to);
					return undefined;
				}
			})
		];
	},

	addPasteRules() {
		const link = this.editor.schema.marks['link'];
		if (!link) return [];
		return [
			markPasteRule({
				find: PASTED,
				type: link,
				getAttributes: (match) => {
					const href = typedAddress(match[0]);
					return href ? { href } : false;
				}
			})
		];
	},

	addProseMirrorPlugins() {
		return [
			new Plugin({
				props: {
					handlePaste: (view, event) => {
						const { selection, schema, tr } = view.state;
						const href = allowedAddress(event.clipboardData?.getData('text/plain'));
						const link = schema.marks['link'];
						if (selection.empty || !href || !link) return false;
						view.dispatch(tr.addMark(selection.from, selection.to, link.create({ href })));
						return true;
					},
					handleClick: (view, _, event) => {
						const anchor = event.target instanceof Element ? event.target.closest('a') : null;
						const href = allowedAddress(anchor?.getAttribute('href'));
						// In a text one writes in, a click places the caret; with Mod it follows the link.
						if (!href || (view.editable && !event.ctrlKey && !event.metaKey)) return false;
						window.open(href, '_blank', 'noopener,noreferrer');
						return true;
					}
				}
			})
		];
	}
});
