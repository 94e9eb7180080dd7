import { and, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';
import { gateSignature, gateTick } from '#db/schema/studies.ts';
import type { Gate, Signature } from '#domain/gates.ts';

/** Who did something, as everybody who sees the document reads it. */
export type By = { id: string; name: string };

export type TickRow = { item: string; by: By; at: Date };

export function listTicks(db: Queryable, documentId: string): Promise<TickRow[]> {
	return db
		.select({
			item: gateTick.item,
			by: { id: person.id, name: person.name },
			at: gateTick.tickedAt
		})
		.from(gateTick)
		.innerJoin(person, eq(person.id, gateTick.tickedBy))
		.where(eq(gateTick.documentId, documentId));
}

/** Whether it was not ticked before: who ticked first stays. */
export async function insertTick(
	db: Queryable,
	row: typeof gateTick.$inferInsert
): Promise<boolean> {
	const made = await db
		.insert(gateTick)
		.values(row)
		.onConflictDoNothing()
		.returning({ item: gateTick.item });
	return made.length > 0;
}

/** Whether it was ticked. */
export async function deleteTick(
	db: Queryable,
	documentId: string,
	item: string
): Promise<boolean> {
	const gone = await db
		.delete(gateTick)
		.where(and(eq(gateTick.documentId, documentId), eq(gateTick.item, item)))
		.returning({ item: gateTick.item });
	return gone.length > 0;
}

/** The last signature under each gate, withdrawn ones too. */
export async function listSignatures(
	db: Queryable,
	documentId: string
): Promise<Map<Gate, Signature<By>>> {
	const signer = alias(person, 'signer');
	const withdrawer = alias(person, 'withdrawer');
	const rows = await db
		.select({
			gate: gateSignature.gate,
			by: { id: signer.id, name: signer.name },
			at: gateSignature.signedAt,
			withdrawnBy: { id: withdrawer.id, name: withdrawer.name },
			withdrawnAt: gateSignature.withdrawnAt
		})
		.from(gateSignature)
		.innerJoin(signer, eq(signer.id, gateSignature.signedBy))
		.leftJoin(withdrawer, eq(withdrawer.id, gateSignature.withdrawnBy))
		.where(eq(gateSignature.documentId, documentId));
	return new Map(
		rows.map(({ gate, by, at, withdrawnBy, withdrawnAt }) => {
			const withdrawn = withdrawnBy && withdrawnAt ? { by: withdrawnBy, at: withdrawnAt } : null;
			return [gate, { by, at, withdrawn }];
		})
	);
}

/** Puts a signature in the place of the one before. */
export async function putSignature(
	db: Queryable,
	row: { documentId: string; gate: Gate; signedBy: string; signedAt: Date }
): Promise<void> {
	const { signedBy, signedAt } = row;
	await db
		.insert(gateSignature)
		.values(row)
		.onConflictDoUpdate({
			target: [gateSignature.documentId, gateSignature.gate],
			set: { signedBy, signedAt, withdrawnBy: null, withdrawnAt: null }
		});
}

export async function withdrawSignature(
	db: Queryable,
	{ documentId, gate, by, at }: { documentId: string; gate: Gate; by: string; at: Date }
): Promise<void> {
	await db
		.update(gateSignature)
		.set({ withdrawnBy: by, withdrawnAt: at })
		.where(and(eq(gateSignature.documentId, documentId), eq(gateSignature.gate, gate)));
}
