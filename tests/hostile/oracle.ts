import * as Y from 'yjs';
import { contentSchema } from '#domain/content/schema.ts';

/**
 * What may be in a text, said a second time and in another way than the server does: by what Yjs made of
 * it. Gives what is wrong, or null.
 */
export function wrongIn(doc: Y.Doc): string | null {
	for (const name of doc.share.keys()) if (name !== 'default') return 'another root';
	for (const structs of doc.store.clients.values()) {
		for (const struct of structs) {
			if (struct.id.client > 0xffffffff) return 'a long client id';
			if (!(struct instanceof Y.Item) || struct.deleted) continue;
			const wrong = wrongItem(struct);
			if (wrong) return wrong;
		}
	}
	return null;
}

function wrongItem(item: Y.Item): string | null {
	const { content, parent, parentSub } = item;
	if (!(parent instanceof Y.AbstractType)) return 'no parent';
	if (content instanceof Y.ContentString || content instanceof Y.ContentFormat) {
		if (!(parent instanceof Y.XmlText) || parentSub !== null) return 'words outside a text';
		return content instanceof Y.ContentFormat ? wrongFormat(content) : null;
	}
	if (content instanceof Y.ContentType) {
		const { type } = content;
		if (!(parent instanceof Y.XmlFragment) || parentSub !== null) return 'a node out of place';
		if (type instanceof Y.XmlText)
			return parent instanceof Y.XmlElement ? null : 'words in the root';
		if (!(type instanceof Y.XmlElement)) return 'another type';
		return type.nodeName in contentSchema.nodes && type.nodeName !== 'text' ? null : 'another node';
	}
	if (!(content instanceof Y.ContentAny)) return 'other content';
	if (!(parent instanceof Y.XmlElement) || parentSub === null) return 'a value out of place';
	const attributes = contentSchema.nodes[parent.nodeName]?.spec.attrs ?? {};
	if (!Object.hasOwn(attributes, parentSub)) return 'another attribute';
	const values: readonly unknown[] = content.arr;
	return values.every(IS[parentSub] ?? (() => false)) ? null : 'a wrong value';
}

const among =
	(...known: readonly unknown[]) =>
	(value: unknown) =>
		known.includes(value);
const isString = (value: unknown) => typeof value === 'string';
const isSpan = (value: unknown) =>
	Number.isInteger(value) && Number(value) > 0 && Number(value) <= 1000;

const IS: Record<string, (value: unknown) => boolean> = {
	level: among(1, 2, 3),
	moment: (value) => typeof value === 'string' && value.length === 36 && !/[^0-9a-f-]/.test(value),
	kind: among('tip', 'warning', 'source'),
	align: among('left', 'center', 'right'),
	checked: among(true, false),
	start: (value) => typeof value === 'number',
	colspan: isSpan,
	rowspan: isSpan,
	colwidth: (value) => Array.isArray(value) && value.every((width) => typeof width === 'number'),
	guidance: isString,
	source: isString,
	type: isString,
	language: isString
};

const MARKS = new Set(['bold', 'italic', 'underline', 'strike', 'code', 'link']);

function wrongFormat({ key, value }: Y.ContentFormat): string | null {
	if (!MARKS.has(key)) return 'another mark';
	const attributes: unknown = value;
	if (attributes === null) return null;
	if (typeof attributes !== 'object' || Array.isArray(attributes)) return 'a mark of no kind';
	const entries = Object.entries(attributes);
	if (key !== 'link') return entries.length === 0 ? null : 'a mark with attributes';
	if (entries.some(([name]) => name !== 'href')) return 'a link with other attributes';
	return entries.every(([, href]) => href === null || isHarmless(href)) ? null : 'a harmful link';
}

function isHarmless(href: unknown): boolean {
	return (
		typeof href === 'string' && /^(https?|mailto|tel):[^\t\n\r]*$/i.test(href) && !/\s$/.test(href)
	);
}
