import type { Node } from '@tiptap/pm/model';
import { getSchema } from '@tiptap/core';
import { contentExtensions, contentSchema } from './schema.ts';
import type { Content } from './schema.ts';
import { serializeNode } from './serialize.ts';
import type { ExtraAttributes } from './serialize.ts';
import { anchors, lineOf } from './text.ts';
import { CONTENT_WORDS } from './words.ts';
import type { TextLanguage } from './words.ts';

export type HtmlOptions = {
	/** Names the text's own parts (callouts, tasks). */
	language?: TextLanguage;
	/** Prefix of the anchors of headings; a page with several texts gives each its own. */
	headingPrefix?: string;
	/** Guidance of empty paragraphs goes along, for who may write. Never in an export. */
	guidance?: boolean;
	/** Wide tables can be scrolled with the keyboard; not beside an editor, which takes focus itself. */
	scrollRegions?: boolean;
};

const schemas = { nl: contentSchema, en: getSchema(contentExtensions('en')) };

/** The text as HTML, element for element what the editor shows, so that nothing jumps when it opens. */
export function renderHtml(content: Content, options: HtmlOptions = {}): string {
	return renderBlocks(content, options).join('');
}

/** The same, block by block. */
export function renderBlocks(content: Content, options: HtmlOptions = {}): string[] {
	const language = options.language ?? 'nl';
	const doc = schemas[language].nodeFromJSON(content);
	const extra = extraAttributes(options, language);
	return doc.children.map((block) => serializeNode(block, extra));
}

function extraAttributes(options: HtmlOptions, language: TextLanguage): ExtraAttributes {
	const anchorOf = anchors(options.headingPrefix);
	return (node: Node): Record<string, string | null> | null => {
		if (node.type.name === 'heading') {
			const text = lineOf(node.toJSON());
			return text ? { id: anchorOf(text) } : null;
		}
		if (node.type.name === 'paragraph' && node.attrs['guidance']) {
			if (!options.guidance) return { 'data-guidance': null };
			return node.childCount === 0 ? { class: 'is-empty' } : null;
		}
		if (node.type.name === 'table' && options.scrollRegions) {
			return { tabindex: '0', role: 'region', 'aria-label': CONTENT_WORDS[language].table };
		}
		return null;
	};
}
