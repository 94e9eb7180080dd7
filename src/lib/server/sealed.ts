import { createHash } from 'node:crypto';
import { contentSchema, type Content } from '#domain/content/schema.ts';

/** A text as it is kept for good: its characters, and what tells that they are still these. */
export function sealed(content: Content): { content: string; sha256: string } {
	// Through the schema, so that the same text has its keys in the same order.
	const json = JSON.stringify(contentSchema.nodeFromJSON(content).toJSON());
	return { content: json, sha256: createHash('sha256').update(json).digest('hex') };
}
