import {
	deleteBinnedBefore,
	deleteDocument,
	listDeleted,
	lockDocument,
	updateDocument
} from '#db/queries/documents.ts';
import { findDocumentFacts, findOneDocumentFacts } from '#db/queries/facts.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize, documentAbilities } from '#domain/policy.ts';
import { BIN_DAYS } from '#domain/states.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Puts a document in the bin: it is gone for everybody, and who manages it can put it back. */
export async function binDocument(context: Context, actor: Actor, id: string): Promise<void> {
	await move(context, actor, id, 'delete');
}

/** Takes a document out of the bin, as it was. */
export async function restoreDocument(context: Context, actor: Actor, id: string): Promise<void> {
	await move(context, actor, id, 'restore');
}

async function move(context: Context, actor: Actor, id: string, action: 'delete' | 'restore') {
	const now = context.now();
	await context.db.transaction(async (tx) => {
		await lockDocument(tx, id);
		const facts = await findOneDocumentFacts(tx, id, now);
		if (!facts) throw new NotFound();
		authorize(actor, action, { type: 'document', document: facts });
		const deleted = action === 'delete';
		await updateDocument(
			tx,
			id,
			{ deletedAt: deleted ? now : null, deletedBy: deleted ? actor.id : null },
			{ personId: actor.id, at: now }
		);
		await recordEvent(tx, {
			name: `document.${action}`,
			actorId: actor.id,
			werkplaatsId: facts.werkplaats,
			documentId: id
		});
	});
	context.bus.ring({ kind: 'access', documents: [id] });
}

/** Deletes a document in the bin for good, with everything written in it. */
export async function destroyDocument(context: Context, actor: Actor, id: string): Promise<void> {
	await context.db.transaction(async (tx) => {
		await lockDocument(tx, id);
		const facts = await findOneDocumentFacts(tx, id, context.now());
		if (!facts) throw new NotFound();
		authorize(actor, 'destroy', { type: 'document', document: facts });
		await deleteDocument(tx, id);
		await recordEvent(tx, {
			name: 'document.destroy',
			actorId: actor.id,
			werkplaatsId: facts.werkplaats,
			documentId: id
		});
	});
}

/** What lies in the bin that the asker may put back, latest first, with the day on which it goes for good. */
export async function listBin(context: Context, actor: Actor) {
	const rows = await listDeleted(context.db, actor);
	const facts = await findDocumentFacts(
		context.db,
		rows.map((row) => row.id),
		context.now()
	);
	return rows.flatMap((row) => {
		const own = facts.get(row.id);
		const abilities = own && documentAbilities(actor, own);
		if (!abilities?.restore || !row.deletedAt) return [];
		return [{ ...row, abilities, goneOn: new Date(row.deletedAt.getTime() + BIN_DAYS * DAY_MS) }];
	});
}

/** Empties the bin of what lay there too long; the house calls it, nobody asks. */
export async function emptyBin(context: Context): Promise<number> {
	const before = new Date(context.now().getTime() - BIN_DAYS * DAY_MS);
	return context.db.transaction(async (tx) => {
		const gone = await deleteBinnedBefore(tx, before);
		for (const documentId of gone) await recordEvent(tx, { name: 'document.expired', documentId });
		return gone.length;
	});
}
