import { Heading } from '@tiptap/extension-heading';
import { mergeAttributes } from '@tiptap/core';

export const HEADING_LEVELS = [1, 2, 3] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];

/** The value as the id of a moment, or null. */
export function momentId(value: unknown): string | null {
	return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : null;
}

/** The value as a level of heading; what is deeper or unknown becomes the deepest. */
export function headingLevel(value: unknown): HeadingLevel {
	return HEADING_LEVELS.find((level) => level === value) ?? 3;
}

/**
 * A heading of the text. The page's title is the h1, so level 1 renders as h2. In a voice it can name the
 * moment of the case that the words under it are about.
 */
export const TextHeading = Heading.extend({
	addAttributes() {
		return {
			...this.parent?.(),
			moment: {
				default: null,
				keepOnSplit: false,
				parseHTML: (element) => momentId(element.getAttribute('data-moment')),
				renderHTML: ({ moment }) => (momentId(moment) ? { 'data-moment': momentId(moment) } : {})
			}
		};
	},
	parseHTML() {
		// Our own output first: its tag is one deeper than its level.
		const own = HEADING_LEVELS.map((level) => ({
			tag: `h${level + 1}[data-level="${level}"]`,
			attrs: { level },
			priority: 60
		}));
		const foreign = [1, 2, 3, 4, 5, 6].map((depth) => ({
			tag: `h${depth}`,
			attrs: { level: headingLevel(depth) }
		}));
		return [...own, ...foreign];
	},
	renderHTML({ node, HTMLAttributes }) {
		const level = headingLevel(node.attrs['level']);
		return [`h${level + 1}`, mergeAttributes(HTMLAttributes, { 'data-level': level }), 0];
	}
}).configure({ levels: [...HEADING_LEVELS] });
