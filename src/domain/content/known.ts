import { contentSchema } from './schema.ts';
import type { Content } from './schema.ts';

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
