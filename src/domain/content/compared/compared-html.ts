import { Extension, getSchema, Mark } from '@tiptap/core';
import { contentExtensions, contentSchema, type Content } from '../schema.ts';
import { serializeChildren } from '../serialize.ts';
import type { TextLanguage } from '../words.ts';
import { COMPARED, type Compared } from './compared.ts';

/** How a piece is shown: attributes of its element. They are escaped here. */
export type Shown = { element: 'ins' | 'del' | 'span'; attributes: Record<string, string> };

type Said = { said: Compared | null };

/** Says what became of a piece, as words on it; the function is not in the text, so it goes beside it. */
export type Says = (said: Compared) => Shown;

/** A text that was compared, as HTML with `ins` and `del`. */
export function comparedHtml(content: Content, says: Says, language: TextLanguage): string {
	const doc = schemaThat(says, language).nodeFromJSON(content);
	return serializeChildren(doc, (node) => {
		const said = node.attrs[COMPARED] as Compared | null | undefined;
		const shown = said ? says(said).attributes : {};
		// Guidance is for who writes.
		const hidden: Record<string, null> =
			node.type.name === 'paragraph' ? { 'data-guidance': null } : {};
		return { ...hidden, ...shown };
	});
}

const BLOCKS = Object.values(contentSchema.nodes)
	.filter(({ isBlock, name }) => isBlock && name !== 'doc')
	.map(({ name }) => name);

function schemaThat(says: Says, language: TextLanguage) {
	const ComparedMark = Mark.create({
		name: COMPARED,
		// Around all other marks.
		priority: 10_000,
		excludes: '',
		addAttributes: () => ({ said: { default: null, rendered: false } }),
		renderHTML({ mark }) {
			const { said } = mark.attrs as Said;
			if (!said) return ['span', {}, 0];
			const { element, attributes } = says(said);
			return [element, attributes, 0];
		}
	});
	const ComparedBlocks = Extension.create({
		name: 'comparedBlocks',
		addGlobalAttributes: () => [
			{ types: BLOCKS, attributes: { [COMPARED]: { default: null, rendered: false } } }
		]
	});
	return getSchema([...contentExtensions(language), ComparedMark, ComparedBlocks]);
}
