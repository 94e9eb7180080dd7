import type { MarkType, NodeType } from '@tiptap/pm/model';
import { isWritable } from './attributes.ts';
import { contentSchema, TEXT_FRAGMENT } from './schema.ts';

/**
 * What editors of ours can write into a Y.Doc, read off the schema: which nodes, with which
 * attributes and marks. In numbers, for who has to ask it of each piece of each edit.
 */

const { topNodeType } = contentSchema;
const NODES: readonly NodeType[] = [
	topNodeType,
	...Object.values(contentSchema.nodes).filter((type) => type !== topNodeType && !type.isText)
];

/** The kind of the text's root. */
export const ROOT_KIND = 0;
/** The kind of what holds words, one of which stands between two other nodes. */
export const WORDS_KIND = NODES.length;
/** The kind of what no editor of ours makes: nothing may be written into it. */
export const UNKNOWN_KIND = WORDS_KIND + 1;

const KINDS = new Map(NODES.slice(1).map((type, nth) => [type.name, nth + 1]));

const ATTRIBUTES = [...new Set(NODES.flatMap((type) => Object.keys(type.spec.attrs ?? {})))];
const SLOTS = new Map(ATTRIBUTES.map((name, nth) => [name, nth + 1]));

/** Attributes are numbered from 1 up to this; what has no number is unknown. */
const SLOT_MAX = 30;
if (ATTRIBUTES.length > SLOT_MAX) throw new Error('more attributes than bits');

const ATTRIBUTES_OF = [...NODES.map(slotsOf), 0, 0];

/** Whether this names the root of a text. */
export function isRoot(name: string): boolean {
	return name === TEXT_FRAGMENT;
}

/** The kind of the element with this name, or undefined. */
export function kindOf(name: string): number | undefined {
	return KINDS.get(name);
}

/** The number of the attribute with this name, or undefined. */
export function slotOf(name: string): number | undefined {
	return SLOTS.get(name);
}

/**
 * Whether the binding can read something of one kind right inside something of the other. Whether the schema
 * allows it there is another matter: what two people did at once can break that, and editors mend it.
 */
export function mayStandIn(child: number, parent: number): boolean {
	if (parent >= WORDS_KIND) return false;
	return child < WORDS_KIND || parent !== ROOT_KIND;
}

/** Whether what is of this kind has the attribute with this number. */
export function hasSlot(kind: number, slot: number): boolean {
	return ((ATTRIBUTES_OF[kind] ?? 0) & (1 << slot)) !== 0;
}

/** Whether the attribute with this number may have this value. */
export function fitsSlot(slot: number, value: unknown): boolean {
	return isWritable(ATTRIBUTES[slot - 1] ?? '', value);
}

/** The attributes that may have this value: a bit for the number of each. */
export function slotsFor(value: unknown): number {
	let slots = 0;
	for (let slot = 1; slot <= ATTRIBUTES.length; slot++) {
		if (fitsSlot(slot, value)) slots |= 1 << slot;
	}
	return slots;
}

/** Whether a format of words with this name is a mark, as the binding names them. */
export function markOf(name: string): MarkType | undefined {
	const plain = Object.hasOwn(contentSchema.marks, name) ? contentSchema.marks[name] : undefined;
	if (plain) return plain.excludes(plain) ? plain : undefined;
	// The binding adds a hash to the name of a mark that can overlap itself.
	const [, overlapping = ''] = /^(.*)--[a-zA-Z0-9+/=]{8}$/.exec(name) ?? [];
	const type = Object.hasOwn(contentSchema.marks, overlapping) && contentSchema.marks[overlapping];
	return type && !type.excludes(type) ? type : undefined;
}

/** The attribute of a mark that can't be what it is here, `''` when it is no attributes at all, or null. */
export function wrongInMark(type: MarkType, value: unknown): string | null {
	// The end of a mark.
	if (value === null) return null;
	if (typeof value !== 'object' || Array.isArray(value)) return '';
	for (const [name, inner] of Object.entries(value)) {
		const stated = type.spec.attrs?.[name];
		if (!stated) return '';
		const isDefault = inner === null && stated.default === null;
		if (!isDefault && !isWritable(name, inner)) return name;
	}
	return null;
}

function slotsOf(type: NodeType): number {
	const names = Object.keys(type.spec.attrs ?? {});
	return names.reduce((slots, name) => slots | (1 << (SLOTS.get(name) ?? 0)), 0);
}
