import { contentSchema } from './schema.ts';
import type { Content } from './schema.ts';

/**
 * What in the text this schema does not know, as a path for a log (`callout@colour`), or null.
 * An editor must not open such a text: it deletes what it does not know.
 */
export function unknownPart(node: Content): string | null {
	const type = contentSchema.nodes[node.type ?? ''];
	if (!type) return node.type ?? 'nothing';
	for (const name of Object.keys(node.attrs ?? {})) {
		if (!(name in (type.spec.attrs ?? {}))) return `${type.name}@${name}`;
	}
	for (const mark of node.marks ?? []) {
		if (!contentSchema.marks[mark.type]) return `mark ${mark.type}`;
	}
	for (const child of node.content ?? []) {
		const unknown = unknownPart(child);
		if (unknown) return unknown;
	}
	return null;
}

/** The value as a text that every reader of it can show, or null. For what comes from outside. */
export function validContent(value: unknown): Content | null {
	try {
		const doc = contentSchema.nodeFromJSON(value);
		doc.check();
		if (doc.type !== contentSchema.topNodeType) return null;
		const content: Content = doc.toJSON();
		return content;
	} catch {
		return null;
	}
}
