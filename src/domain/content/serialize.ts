import type { DOMOutputSpec, Mark, Node } from '@tiptap/pm/model';

/** Attributes that a caller adds to the outermost element of a node; null takes one away. */
export type ExtraAttributes = (node: Node) => Record<string, string | null> | null;

const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** The text, safe between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

const VOID = new Set(['br', 'hr', 'img', 'input']);

/** An element as ProseMirror describes it, around `inside`. Text and attributes are escaped. */
function element(
	spec: DOMOutputSpec,
	inside: string,
	extra: Record<string, string | null> = {}
): string {
	if (typeof spec === 'string') return escapeHtml(spec);
	if (!Array.isArray(spec)) throw new TypeError('a spec of the schema must be an array or a text');
	const [tag, ...rest]: unknown[] = spec;
	if (typeof tag !== 'string' || !/^[a-z][a-z\d]*$/.test(tag)) throw new TypeError('no tag');
	const first = rest[0];
	const stated = isAttributes(first) ? first : {};
	const attributes = attributeText({ ...stated, ...extra });
	if (VOID.has(tag)) return `<${tag}${attributes}>`;
	const children = isAttributes(first) || first === undefined ? rest.slice(1) : rest;
	return `<${tag}${attributes}>${children.map((child) => childText(child, inside)).join('')}</${tag}>`;
}

function childText(child: unknown, inside: string): string {
	if (child === 0) return inside;
	if (typeof child === 'string') return escapeHtml(child);
	if (isSpec(child)) return element(child, inside);
	throw new TypeError('a spec of the schema has a child that is no element');
}

function isSpec(value: unknown): value is readonly [string, ...unknown[]] {
	return Array.isArray(value) && typeof value[0] === 'string';
}

function isAttributes(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function attributeText(attributes: Record<string, unknown>): string {
	return Object.entries(attributes)
		.filter(
			([name, value]) => value !== null && value !== undefined && /^[a-z][a-z\d-]*$/.test(name)
		)
		.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
		.join('');
}

/** The children of a node as HTML, with marks nested as ProseMirror's own view nests them. */
export function serializeChildren(parent: Node, extra: ExtraAttributes): string {
	if (parent.isTextblock) return inlineHtml(parent.children, 0, extra) + trailingBreak(parent);
	let html = '';
	parent.forEach((child) => (html += serializeNode(child, extra)));
	return html;
}

/** A node with all that is in it, as HTML. */
export function serializeNode(node: Node, extra: ExtraAttributes): string {
	if (node.isText) return escapeHtml(node.text ?? '');
	const toDOM = node.type.spec.toDOM;
	if (!toDOM) throw new TypeError(`the schema does not say how to show ${node.type.name}`);
	return element(toDOM(node), serializeChildren(node, extra), extra(node) ?? {});
}

/** What browsers need to give an empty line its height; ProseMirror's view adds the same. */
function trailingBreak(block: Node): string {
	const last = block.lastChild;
	if (last && last.type.name !== 'hardBreak') return '';
	return '<br class="ProseMirror-trailingBreak">';
}

/** Neighbours that share a mark at this depth stand in one element of it. */
function inlineHtml(children: readonly Node[], depth: number, extra: ExtraAttributes): string {
	let html = '';
	let at = 0;
	for (let child = children[at]; child; child = children[at]) {
		const mark = child.marks[depth];
		if (!mark) {
			html += serializeNode(child, extra);
			at += 1;
			continue;
		}
		const rest = children.slice(at);
		const other = rest.findIndex(({ marks }) => !marks[depth]?.eq(mark));
		const run = other < 0 ? rest : rest.slice(0, other);
		html += markHtml(mark, inlineHtml(run, depth + 1, extra));
		at += run.length;
	}
	return html;
}

function markHtml(mark: Mark, inside: string): string {
	const toDOM = mark.type.spec.toDOM;
	if (!toDOM) throw new TypeError(`the schema does not say how to show ${mark.type.name}`);
	return element(toDOM(mark, true), inside);
}
