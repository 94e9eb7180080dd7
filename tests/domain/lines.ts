import type { Node } from '@tiptap/pm/model';
import { contentSchema } from '#domain/content/schema.ts';

/** A text of these paragraphs. */
export function textOfLines(...lines: string[]): Node {
	const content = lines.map((line) => ({
		type: 'paragraph',
		...(line && { content: [{ type: 'text', text: line }] })
	}));
	return contentSchema.nodeFromJSON({ type: 'doc', content });
}
