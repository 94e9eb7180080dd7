import type { MarkType, NodeType } from '@tiptap/pm/model';
import { allowedAddress } from './address.ts';
import { headingLevel, momentId } from './heading.ts';
import { calloutKind } from './words.ts';

const TEXT_MAX = 2000;

/** As browsers have it for columns. An editor makes room for each of them. */
const SPAN_MAX = 1000;

/** The text without what PostgreSQL or a page can't hold: NUL, and half a surrogate pair. */
export function cleanText(value: unknown): string {
	return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : '';
}

const numberFrom =
	(otherwise: number, most: number) =>
	(value: unknown): number =>
		Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most
			? Number(value)
			: otherwise;

/** How many columns or rows a cell takes. */
export const span = (value: unknown) => Math.max(1, numberFrom(1, SPAN_MAX)(value));
const words = (value: unknown) => cleanText(value).slice(0, TEXT_MAX) || null;

export const ALIGNMENTS = ['left', 'center', 'right'] as const;

/** The alignment of a cell, or null. Anything else would be a style of somebody's own. */
export function alignment(value: unknown): (typeof ALIGNMENTS)[number] | null {
	return ALIGNMENTS.find((known) => known === value) ?? null;
}

/** What each attribute may be. An attribute of the schema that is not here keeps its default. */
const CLEAN: Record<string, (value: unknown) => unknown> = {
	guidance: words,
	source: words,
	level: headingLevel,
	moment: momentId,
	kind: calloutKind,
	checked: (value) => value === true,
	start: numberFrom(1, 1_000_000),
	colspan: span,
	rowspan: span,
	colwidth: (value) =>
		Array.isArray(value) && value.every((width) => Number.isInteger(width)) ? value : null,
	align: alignment,
	language: (value) => (typeof value === 'string' && /^[\w+#.-]{1,30}$/.test(value) ? value : null),
	href: allowedAddress
};

const isString = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';
const isWidths = (value: unknown) =>
	Array.isArray(value) && value.length <= SPAN_MAX && value.every(isNumber);

/**
 * What an editor of ours can write as each attribute: wider than what is shown of it where a paste or an
 * input rule lets anything through, exact where it could do harm.
 */
const WRITABLE: Record<string, (value: unknown) => boolean> = {
	guidance: isString,
	source: isString,
	level: (value) => headingLevel(value) === value,
	moment: (value) => value !== null && momentId(value) === value,
	kind: (value) => calloutKind(value) === value,
	checked: (value) => typeof value === 'boolean',
	start: isNumber,
	type: isString,
	colspan: (value) => span(value) === value,
	rowspan: (value) => span(value) === value,
	colwidth: isWidths,
	align: (value) => value !== null && alignment(value) === value,
	language: isString,
	href: (value) => value !== null && allowedAddress(value) === value
};

/** Whether an editor of ours can have written this value; nothing is, of an attribute that is not listed. */
export function isWritable(name: string, value: unknown): boolean {
	return Object.hasOwn(WRITABLE, name) && WRITABLE[name]?.(value) === true;
}

/** The attributes that the type has, each a value that it may have. */
export function cleanAttributes(
	type: NodeType | MarkType,
	given: Record<string, unknown> | undefined
): Record<string, unknown> {
	const attributes: Record<string, unknown> = {};
	for (const name of Object.keys(type.spec.attrs ?? {})) {
		const value = given && Object.hasOwn(given, name) ? given[name] : undefined;
		const cleaner = CLEAN[name];
		if (cleaner && value !== undefined && value !== null) attributes[name] = cleaner(value);
	}
	return attributes;
}
