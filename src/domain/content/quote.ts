import { mergeAttributes } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';

/** The stated source of a quote, or null. */
export function quoteSource(value: unknown): string | null {
	return typeof value === 'string' && value.trim() ? value.trim() : null;
}

/** A quote, with who or what it comes from as an attribute: the source is never editable text inside. */
export const TextQuote = Blockquote.extend({
	addAttributes() {
		return {
			source: {
				default: null,
				parseHTML: (element) => quoteSource(element.getAttribute('data-source')),
				renderHTML: ({ source }) => (quoteSource(source) ? { 'data-source': source } : {})
			}
		};
	},
	parseHTML() {
		return [
			{ tag: 'blockquote[data-source]', contentElement: 'div', priority: 60 },
			{ tag: 'blockquote' }
		];
	},
	renderHTML({ node, HTMLAttributes }) {
		const source = quoteSource(node.attrs['source']);
		const words = ['div', 0] as const;
		if (!source) return ['blockquote', mergeAttributes(HTMLAttributes), words];
		const footer = ['footer', { contenteditable: 'false' }, source] as const;
		return ['blockquote', mergeAttributes(HTMLAttributes), words, footer];
	}
});
