import { and, eq, inArray, isNotNull, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { document, part, partSnapshot, partText, partUpdate } from '#db/schema/documents.ts';
import type { Content } from '#domain/content/schema.ts';

/** A text as pages, lists, search and export read it; `upto` is the last id of the log that is in it. */
export type TextRow = { content: Content; plain: string; words: number; upto: bigint };

/** Answers for how long something has been in it that no version holds; null where nothing is. */
export async function saveText(
	db: Queryable,
	partId: string,
	row: TextRow
): Promise<number | null> {
	const [saved] = await writeTexts(db, [partId], { ...row, unkeptSince: sql`now()` });
	return saved?.unkeptMs ?? null;
}

/** What several parts begin with; no version is kept of it. */
export async function saveFirstTexts(
	db: Queryable,
	partIds: readonly string[],
	row: TextRow
): Promise<void> {
	await writeTexts(db, partIds, { ...row, unkeptSince: null });
}

// The database says since when, so that it says how long that is: two clocks do not agree.
const unkeptMs = sql<
	number | null
>`extract(epoch from now() - ${partText.unkeptSince}) * 1000`.mapWith(Number);

async function writeTexts(
	db: Queryable,
	partIds: readonly string[],
	row: TextRow & { unkeptSince: SQL | null }
): Promise<{ unkeptMs: number | null }[]> {
	return db
		.insert(partText)
		.values(partIds.map((partId) => ({ partId, ...row })))
		.onConflictDoUpdate({
			target: partText.partId,
			set: {
				...row,
				// A compacted log is empty: what was in the text stays in it.
				upto: sql`greatest(${partText.upto}, excluded.upto)`,
				refreshedAt: sql`now()`,
				unkeptSince: sql`case when ${partText.content} = excluded.content
					then ${partText.unkeptSince} else coalesce(${partText.unkeptSince}, now()) end`
			}
		})
		.returning({ unkeptMs });
}

/** The texts that hold something that no version holds, and in which nobody wrote since this moment. */
export async function findUnkeptTexts(
	db: Queryable,
	quietSince: Date,
	most: number
): Promise<string[]> {
	const rows = await db
		.select({ id: partText.partId })
		.from(partText)
		.where(and(isNotNull(partText.unkeptSince), lte(partText.refreshedAt, quietSince)))
		.orderBy(partText.refreshedAt)
		.limit(most);
	return rows.map(({ id }) => id);
}

/** All that is in this text is in a version. */
export async function noteKept(db: Queryable, partId: string): Promise<void> {
	await db.update(partText).set({ unkeptSince: null }).where(eq(partText.partId, partId));
}

/** The parts whose text was stored after it was last read out; or whether this one is among them. */
export async function findStaleTexts(db: Queryable, partId?: string): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: part.id })
		.from(part)
		.leftJoin(partText, eq(partText.partId, part.id))
		.leftJoin(partUpdate, eq(partUpdate.partId, part.id))
		.leftJoin(partSnapshot, eq(partSnapshot.partId, part.id))
		.where(
			and(
				partId === undefined ? undefined : eq(part.id, partId),
				or(
					sql`coalesce(${partText.upto}, -1) < ${partUpdate.id}`,
					sql`coalesce(${partText.refreshedAt}, '-infinity') < ${partSnapshot.createdAt}`
				)
			)
		);
	return rows.map((row) => row.id);
}

/**
 * Notes who last changed a text, unless the document was changed later. What a group writes for an assignment is no
 * change of the assignment: who reads that would learn who writes.
 */
export async function noteChange(
	db: Queryable,
	partId: string,
	{ by, at }: { by: string; at: Date }
): Promise<void> {
	const ofPart = db
		.select({ id: part.documentId })
		.from(part)
		.where(and(eq(part.id, partId), ne(part.kind, 'work')));
	await db
		.update(document)
		.set({ changedAt: at, changedBy: by })
		.where(and(inArray(document.id, ofPart), lte(document.changedAt, at)));
}
