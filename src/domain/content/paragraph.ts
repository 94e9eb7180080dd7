import { Paragraph } from '@tiptap/extension-paragraph';

/**
 * A paragraph that can carry guidance: a template's text, shown while the paragraph is empty.
 * It yields to typing, stays behind on split, and is never exported.
 */
export const TextParagraph = Paragraph.extend({
	addAttributes() {
		return {
			guidance: {
				default: null,
				keepOnSplit: false,
				parseHTML: (element) => element.getAttribute('data-guidance'),
				renderHTML: ({ guidance }) =>
					typeof guidance === 'string' && guidance ? { 'data-guidance': guidance } : {}
			}
		};
	}
});
