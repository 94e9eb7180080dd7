import { and, asc, count, eq, max } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';
import { source } from '#db/schema/studies.ts';
import type { SourceKind } from '#domain/sources.ts';

export type SourceFields = { kind: SourceKind; text: string; address: string | null };

/** In the order in which they were added, with who did so. */
export function listSources(db: Queryable, documentId: string) {
	return db
		.select({
			id: source.id,
			kind: source.kind,
			text: source.text,
			address: source.address,
			addedBy: { id: person.id, name: person.name },
			addedAt: source.addedAt
		})
		.from(source)
		.innerJoin(person, eq(person.id, source.addedBy))
		.where(eq(source.documentId, documentId))
		.orderBy(asc(source.position), asc(source.addedAt), asc(source.id));
}

/** How many there are, and the place after the last. */
export async function measureSources(
	db: Queryable,
	documentId: string
): Promise<{ count: number; next: number }> {
	const [row] = await db
		.select({ count: count(), last: max(source.position) })
		.from(source)
		.where(eq(source.documentId, documentId));
	return { count: row?.count ?? 0, next: (row?.last ?? -1) + 1 };
}

export async function insertSource(
	db: Queryable,
	row: Omit<typeof source.$inferInsert, 'id'>
): Promise<string> {
	const [made] = await db.insert(source).values(row).returning({ id: source.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

/** Whether the document has such a source. */
export async function updateSource(
	db: Queryable,
	documentId: string,
	id: string,
	fields: SourceFields
): Promise<boolean> {
	const rows = await db
		.update(source)
		.set(fields)
		.where(and(eq(source.documentId, documentId), eq(source.id, id)))
		.returning({ id: source.id });
	return rows.length > 0;
}

/** Whether the document had such a source. */
export async function deleteSource(
	db: Queryable,
	documentId: string,
	id: string
): Promise<boolean> {
	const rows = await db
		.delete(source)
		.where(and(eq(source.documentId, documentId), eq(source.id, id)))
		.returning({ id: source.id });
	return rows.length > 0;
}
