import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { anchors, lineOf } from '#domain/content/text.ts';

type Options = {
	/** Shown in a text with nothing in it. */
	placeholder: string;
	headingPrefix?: string;
	isWriting: () => boolean;
	/** Name of a table that can be scrolled. */
	table: string;
};

type Decorated = { writing: DecorationSet; reading: DecorationSet };

/**
 * What the page shows on blocks beside their own attributes, as `renderHtml` does on the server:
 * anchors of headings, and which paragraphs show their guidance. Decorations, so nothing is written.
 */
export const PageAttributes = Extension.create<Options>({
	name: 'pageAttributes',
	addOptions() {
		return { placeholder: '', isWriting: () => false, table: '' };
	},
	addProseMirrorPlugins() {
		const { isWriting, table } = this.options;
		const decorate = (doc: Node): Decorated => {
			const writing = DecorationSet.create(doc, decorations(doc, this.options));
			return { writing, reading: writing.add(doc, scrollable(doc, table)) };
		};
		const plugin: Plugin<Decorated> = new Plugin({
			state: {
				init: (_, { doc }) => decorate(doc),
				apply: (transaction, sets) => (transaction.docChanged ? decorate(transaction.doc) : sets)
			},
			props: {
				decorations: (state) => plugin.getState(state)?.[isWriting() ? 'writing' : 'reading']
			}
		});
		return [plugin];
	}
});

function decorations(doc: Node, { placeholder, headingPrefix }: Options): Decoration[] {
	const found: Decoration[] = [];
	const anchorOf = anchors(headingPrefix);
	const add = (node: Node, position: number, attributes: Record<string, string>) =>
		found.push(Decoration.node(position, position + node.nodeSize, attributes));
	const blank = doc.childCount === 1 && doc.firstChild?.childCount === 0;
	doc.descendants((node, position) => {
		if (node.type.name === 'heading') {
			const line = lineOf(node.toJSON());
			if (line) add(node, position, { id: anchorOf(line) });
		} else if (node.type.name === 'paragraph' && node.childCount === 0) {
			if (node.attrs['guidance']) add(node, position, { class: 'is-empty' });
			else if (blank) add(node, position, { class: 'is-empty', 'data-guidance': placeholder });
		}
		return !node.isTextblock;
	});
	return found;
}

/** A reader's keyboard can scroll a wide table. A writer's goes there with the caret, and must not lose it to the table. */
function scrollable(doc: Node, name: string): Decoration[] {
	const found: Decoration[] = [];
	doc.descendants((node, position) => {
		if (node.type.name !== 'table') return !node.isTextblock;
		const attributes = { tabindex: '0', role: 'region', 'aria-label': name };
		found.push(Decoration.node(position, position + node.nodeSize, attributes));
		return false;
	});
	return found;
}
