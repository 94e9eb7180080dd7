import { Fragment } from '@tiptap/pm/model';
import type { Mark, Node, NodeType } from '@tiptap/pm/model';
import { cleanAttributes, cleanText } from './attributes.ts';
import { contentSchema } from './schema.ts';
import type { Content } from './schema.ts';

/** Lists in tables in callouts come nowhere near it: deeper is made to exhaust whoever walks the tree. */
export const DEPTH_MAX = 60;

/**
 * The text as the schema wants it, whatever it was: what is unknown or stands where it can't gives way,
 * and what is written in it stays. So a page, an export and search always have something to show.
 */
export function cleanContent(content: Content): Content {
	const blocks = asBlocks(cleanChildren(content, 0));
	const paragraph = contentSchema.nodes['paragraph'];
	const filled = blocks.length > 0 || !paragraph ? blocks : [paragraph.create()];
	const cleaned: Content = contentSchema.topNodeType.create(null, filled).toJSON();
	return cleaned;
}

function cleanChildren(node: Content, depth: number): Node[] {
	if (depth > DEPTH_MAX || !Array.isArray(node.content)) return [];
	return node.content.flatMap((child) => clean(child, depth + 1));
}

function clean(node: Content, depth: number): Node[] {
	if (typeof node !== 'object' || node === null) return [];
	if (node.type === 'text') return cleanInline(node);
	const children = cleanChildren(node, depth);
	const type = knownNode(node.type);
	if (!type || type === contentSchema.topNodeType) return children;
	return place(type, cleanAttributes(type, node.attrs), children);
}

function knownNode(name: string | undefined): NodeType | undefined {
	return name && Object.hasOwn(contentSchema.nodes, name) ? contentSchema.nodes[name] : undefined;
}

function cleanInline(node: Content): Node[] {
	const text = cleanText(node.text);
	if (!text) return [];
	const marks = (Array.isArray(node.marks) ? node.marks : []).flatMap((mark): Mark[] => {
		const name: unknown = mark?.type;
		if (typeof name !== 'string' || !Object.hasOwn(contentSchema.marks, name)) return [];
		const type = contentSchema.marks[name];
		if (!type) return [];
		const attributes = cleanAttributes(type, mark.attrs);
		// A link to nowhere is no link.
		return attributes['href'] === null ? [] : [type.create(attributes)];
	});
	const ordered = marks.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []);
	return [contentSchema.text(text, ordered)];
}

/** The node around its children, or its children alone where they can't stand in it. */
function place(type: NodeType, attributes: Record<string, unknown>, children: Node[]): Node[] {
	if (type.isLeaf) return [type.create(attributes)];
	if (type.isTextblock) return [type.create(attributes, asInline(type, children))];
	const fitting = type.contentMatch.matchType(contentSchema.nodes['paragraph'] ?? type)
		? asBlocks(children)
		: children.filter((child) => !child.isText);
	if (type.validContent(Fragment.from(fitting))) return [type.create(attributes, fitting)];
	const filled = type.createAndFill(attributes, fitting);
	return filled ? [filled] : children;
}

/** What can stand in the text itself: loose words get a paragraph, loose parts of lists and tables their blocks. */
function asBlocks(nodes: readonly Node[]): Node[] {
	const blocks: Node[] = [];
	let words: Node[] = [];
	const close = () => {
		const paragraph = contentSchema.nodes['paragraph'];
		if (words.length > 0 && paragraph) blocks.push(paragraph.create(null, words));
		words = [];
	};
	for (const node of nodes) {
		if (node.isInline) words.push(node);
		else {
			close();
			if (node.type.isInGroup('block')) blocks.push(node);
			else blocks.push(...asBlocks(node.children));
		}
	}
	close();
	return blocks;
}

function asInline(type: NodeType, nodes: readonly Node[]): Node[] {
	return nodes.flatMap((node) => {
		if (!node.isInline) return asInline(type, node.children);
		if (!type.contentMatch.matchType(node.type)) return [];
		return [node.mark(type.allowedMarks(node.marks))];
	});
}
