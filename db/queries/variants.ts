import { and, asc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { document } from '#db/schema/documents.ts';
import { variant, variantOrigin } from '#db/schema/variants.ts';
import type { Content } from '#domain/content/schema.ts';

export type NewVariant = {
	documentId: string;
	originId: string;
	why: string;
	/** The text of the origin as it is at this moment. */
	taken: Content;
	takenAt: Date;
};

export async function insertVariant(
	db: Queryable,
	{ documentId, originId, why, taken, takenAt }: NewVariant
): Promise<void> {
	await db.insert(variant).values({ documentId, why, takenAt });
	await db.insert(variantOrigin).values({ documentId, originId, taken });
}

/** What a document was taken from, and why it differs; the origin is null once that was destroyed. */
export async function findVariant(db: Queryable, documentId: string) {
	const [row] = await db
		.select({
			why: variant.why,
			takenAt: variant.takenAt,
			origin: { id: variantOrigin.originId, taken: variantOrigin.taken }
		})
		.from(variant)
		.leftJoin(variantOrigin, eq(variantOrigin.documentId, variant.documentId))
		.where(eq(variant.documentId, documentId));
	return row;
}

/** What was taken over from a document, oldest first, whoever asks: the caller asks the policy. */
export function listVariantsOf(db: Queryable, originId: string) {
	return db
		.select({ id: variant.documentId, why: variant.why })
		.from(variant)
		.innerJoin(variantOrigin, eq(variantOrigin.documentId, variant.documentId))
		.innerJoin(document, eq(document.id, variant.documentId))
		.where(eq(variantOrigin.originId, originId))
		.orderBy(asc(document.createdAt), asc(document.id));
}

/** Says anew why it differs; whether it is a variant. */
export async function updateWhy(db: Queryable, documentId: string, why: string): Promise<boolean> {
	const changed = await db
		.update(variant)
		.set({ why })
		.where(eq(variant.documentId, documentId))
		.returning({ id: variant.documentId });
	return changed.length > 0;
}

/** Whether the one was taken over from the other. */
export async function isTakenFrom(db: Queryable, documentId: string, originId: string) {
	const [row] = await db
		.select({ id: variantOrigin.documentId })
		.from(variantOrigin)
		.where(and(eq(variantOrigin.documentId, documentId), eq(variantOrigin.originId, originId)));
	return row !== undefined;
}
