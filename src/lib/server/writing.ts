import type { Transaction } from '#db/connection.ts';
import { appendUpdate, loadText, lockText } from '#db/queries/updates.ts';
import { validContent } from '#domain/content/known.ts';
import { writeDocument } from '#domain/content/merge/write.ts';
import { contentSchema, type Content } from '#domain/content/schema.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import * as Y from 'yjs';
import type { Context } from './context.ts';
import { partsToAdmit } from './parts.ts';
import { buildDoc } from './stored-text.ts';
import { refreshTextIn } from './texts.ts';

/** Puts a text in the place of what stands in a part, as somebody who may write there would. */
export async function writeAs(
	context: Context,
	actor: Actor,
	partId: string,
	content: Content
): Promise<void> {
	const part = (await partsToAdmit(context, [partId])).get(partId);
	if (!part) throw new NotFound();
	authorize(actor, 'write', { type: 'part', part });
	const text = validContent(content);
	if (!text) throw new Invalid({ content: 'invalid' });
	const reading = await context.db.transaction(async (tx) => {
		await lockText(tx, partId);
		const doc = buildDoc(await loadText(tx, partId));
		await writeOver(tx, doc, { part: partId, author: actor.id, text });
		doc.destroy();
		return refreshTextIn(tx, partId);
	});
	if (reading?.movedSuggestions) context.bus.ring({ kind: 'review', part: partId });
}

/** What a part is to read, and whose edit that is. */
export type Written = { part: string; author: string | null; text: Content };

/** Makes an open text read so, and stores that as one edit of its author; answers its place in the log, and what it says. */
export async function writeOver(
	tx: Transaction,
	doc: Y.Doc,
	{ part, author, text }: Written
): Promise<{ id: bigint; bytes: Uint8Array }> {
	// Never an id under which somebody else wrote a moment ago.
	doc.clientID = new Y.Doc().clientID;
	const said: Uint8Array[] = [];
	const hear = (update: Uint8Array) => said.push(update);
	doc.on('update', hear);
	// What stays the same stays what it was, so that links to it hold.
	writeDocument(doc, contentSchema.nodeFromJSON(text), null);
	doc.off('update', hear);
	// What this changed, and not all that was ever deleted.
	const bytes = Y.mergeUpdates(said);
	const id = await appendUpdate(tx, { part, bytes, author, clients: [doc.clientID] });
	return { id, bytes };
}
