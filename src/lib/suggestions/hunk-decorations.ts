import { DOMSerializer } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import type { Place } from '#domain/content/suggestions/hunks.ts';
import { placesOf } from './found.ts';
import type { Found, Side } from './found.ts';
import { hunkLabel } from './hunk-words.ts';

/** Where these are among what is drawn on a text. */
export const LAYER = 'suggestions';

/** Whose change it is, as the text shows it. */
export type Drawn = Found & {
	id: string;
	/** A class with their colour. */
	look: string;
	/** Shown small beside it, and in full for who asks or listens; null where all is one's own. */
	by: { initials: string; says: string } | null;
	isCurrent: boolean;
};

/**
 * A change as it is drawn in one of the two texts: what the other text lacks is coloured where it stands, and what this
 * one lacks is shown at its place.
 */
export function decorationsOf(doc: Node, drawn: Drawn, side: Side): Decoration[] {
	const places = placesOf(drawn, side);
	if (!places || places.length === 0) return [];
	const { hunk } = drawn;
	const there: Side = side === 'base' ? 'suggested' : 'base';
	const classes = ['suggested', drawn.look, drawn.isCurrent ? 'is-current' : ''].join(' ');
	const attributes = { class: classes, 'data-suggestion': drawn.id };
	const found: Decoration[] = [];
	const isWords = hunk.does !== 'format' && hunk.does !== 'blocks';
	const tag = !isWords ? 'span' : side === 'base' ? 'del' : 'ins';
	for (const place of isWords || hunk.does === 'format' ? places : []) {
		found.push(...marked(doc, place, { ...attributes, nodeName: tag }));
	}
	const end = isWords && side === 'suggested' ? places[0]!.from : places.at(-1)!.to;
	if (isWords) found.push(...missing(doc, drawn, there, end, classes));
	else found.push(label(doc, drawn, places[0]!, classes));
	if (drawn.by) found.push(name(doc, drawn, places.at(-1)!.to, classes));
	return found;
}

type Attributes = { class: string; nodeName: string; 'data-suggestion': string };

function marked(doc: Node, { from, to }: Place, attributes: Attributes): Decoration[] {
	if (from === to) return [];
	const { nodeName, class: classes, 'data-suggestion': id } = attributes;
	const style = `${classes} is-${nodeName === 'span' ? 'format' : nodeName}`;
	const spec = { layer: LAYER, id };
	const found = [
		Decoration.inline(
			from,
			to,
			{ ...attributes, class: style },
			{ ...spec, inclusiveEnd: nodeName === 'ins' }
		)
	];
	// What has no words, such as a line across the page.
	doc.nodesBetween(from, to, (node, at) => {
		if (!node.isBlock || !node.isLeaf || at < from) return;
		const ofNode = { class: style, 'data-suggestion': id };
		found.push(Decoration.node(at, at + node.nodeSize, ofNode, spec));
	});
	return found;
}

/** What stands in the other text: words within a line, or blocks of their own. */
function missing(doc: Node, drawn: Drawn, there: Side, at: number, classes: string): Decoration[] {
	const { hunk, texts, id } = drawn;
	const words = there === 'base' ? hunk.before : hunk.after;
	const tag = there === 'base' ? 'del' : 'ins';
	const places = (there === 'base' ? hunk.inBase : hunk.inSuggested).filter(
		({ from, to }) => to > from
	);
	if (places.length === 0) return [];
	// Before what is typed there, so that one goes on behind it.
	const side = -1;
	const make = (element: HTMLElement) => {
		element.className = `${element.className} ${classes} is-${tag}`.trim();
		element.dataset['suggestion'] = id;
		return element;
	};
	if (doc.resolve(at).parent.inlineContent) {
		const key = `${id} ${tag} ${words} ${classes}`;
		const widget = Decoration.widget(at, () => make(inLine(tag, words)), {
			side,
			key,
			id,
			layer: LAYER
		});
		return [widget];
	}
	return places.flatMap(({ from, to }) =>
		blocksIn(texts[there], from, to).map((block, nth) =>
			Decoration.widget(at, () => make(asBlock(tag, block)), {
				side,
				id,
				layer: LAYER,
				key: `${id} ${tag} ${from} ${nth} ${classes}`
			})
		)
	);
}

function inLine(tag: 'del' | 'ins', words: string): HTMLElement {
	const element = document.createElement(tag);
	// The end of a line can't be seen otherwise.
	element.textContent = words.replaceAll('\n', ' ¶ ');
	return element;
}

const serializers = new WeakMap<Node['type']['schema'], DOMSerializer>();

function asBlock(tag: 'del' | 'ins', block: Node): HTMLElement {
	const { schema } = block.type;
	const serializer = serializers.get(schema) ?? DOMSerializer.fromSchema(schema);
	serializers.set(schema, serializer);
	const made = serializer.serializeNode(block);
	if (made instanceof HTMLElement) return made;
	return inLine(tag, block.textContent);
}

/** The outermost blocks that lie wholly between two places. */
function blocksIn(doc: Node, from: number, to: number): Node[] {
	const found: Node[] = [];
	doc.nodesBetween(from, to, (node, at) => {
		if (at < from || at + node.nodeSize > to) return true;
		if (node.isBlock) found.push(node);
		return false;
	});
	return found;
}

/** What becomes of how it looks or what it stands in, in words. */
function label(doc: Node, drawn: Drawn, { from, to }: Place, classes: string): Decoration {
	const words = hunkLabel(drawn.hunk);
	const make = () => {
		const element = document.createElement('span');
		element.className = `suggested-label ${classes}`;
		element.dataset['suggestion'] = drawn.id;
		element.textContent = words;
		return element;
	};
	const at = drawn.hunk.does === 'format' ? to : inWords(doc, from);
	return Decoration.widget(at, make, {
		side: drawn.hunk.does === 'format' ? 1 : -1,
		id: drawn.id,
		layer: LAYER,
		key: `${drawn.id} label ${words} ${classes}`
	});
}

function name(doc: Node, { id, by }: Drawn, to: number, classes: string): Decoration {
	const make = () => {
		const element = document.createElement('span');
		element.className = `suggested-by ${classes}`;
		element.dataset['suggestion'] = id;
		element.title = by?.says ?? '';
		const shown = document.createElement('span');
		shown.ariaHidden = 'true';
		shown.textContent = by?.initials ?? '';
		const said = document.createElement('span');
		said.className = 'vh';
		said.textContent = ` (${by?.says ?? ''}) `;
		element.append(shown, said);
		return element;
	};
	return Decoration.widget(inWords(doc, to, -1), make, {
		side: 2,
		id,
		layer: LAYER,
		key: `${id} by ${by?.says} ${classes}`
	});
}

/** The place itself, or where words begin after it (or end before it), when it is between blocks. */
function inWords(doc: Node, at: number, toward: 1 | -1 = 1): number {
	const place = doc.resolve(at);
	if (place.parent.inlineContent) return at;
	let [node, inside] = [toward > 0 ? place.nodeAfter : place.nodeBefore, at];
	while (node && !node.isLeaf) {
		inside += toward;
		if (node.inlineContent) return inside;
		node = toward > 0 ? node.firstChild : node.lastChild;
	}
	return at;
}
