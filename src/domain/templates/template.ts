import type { Content } from '../content/schema.ts';

/** A heading of a starting text, with the guidance that stands under it until somebody types there. */
export type Section = { heading: string; level?: 1 | 2; guidance: string };

/** The starting text of a part: headings, each with an empty paragraph that carries its guidance. */
export function fromSections(sections: readonly Section[]): Content {
	return {
		type: 'doc',
		content: sections.flatMap(({ heading, level = 1, guidance }) => [
			{
				type: 'heading',
				attrs: { level },
				content: [{ type: 'text', text: heading }]
			},
			{ type: 'paragraph', attrs: { guidance } }
		])
	};
}
