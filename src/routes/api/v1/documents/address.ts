import type { Context } from '#server/context.ts';

/** Where people find a document; it stays when the document is renamed or moved. */
export function addressOf(context: Context, id: string): string {
	return `${context.publicUrl}/document/${id}`;
}
