import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { event } from '#db/schema/around.ts';
import { versionReader } from '#db/schema/case-versions.ts';
import { part, partClient, partUpdate } from '#db/schema/documents.ts';
import { person } from '#db/schema/people.ts';

/** Who read a version along, latest first. */
export function listReaders(db: Queryable, documentId: string) {
	return db
		.select({
			person: { id: person.id, name: person.name },
			text: versionReader.readOn,
			at: versionReader.readAt
		})
		.from(versionReader)
		.innerJoin(person, eq(person.id, versionReader.personId))
		.where(eq(versionReader.documentId, documentId))
		.orderBy(sql`${versionReader.readAt} desc`, asc(person.id));
}

export async function putReader(
	db: Queryable,
	row: typeof versionReader.$inferInsert
): Promise<void> {
	const { items, readOn, readAt } = row;
	await db
		.insert(versionReader)
		.values(row)
		.onConflictDoUpdate({
			target: [versionReader.documentId, versionReader.personId],
			set: { items, readOn, readAt }
		});
}

/** Everybody who wrote in the texts of a document, through the live door or past it, or in its title. */
export async function listWriters(db: Queryable, documentId: string): Promise<string[]> {
	const bound = await db
		.selectDistinct({ id: partClient.personId })
		.from(partClient)
		.innerJoin(part, eq(part.id, partClient.partId))
		.where(eq(part.documentId, documentId));
	const appended = await db
		.selectDistinct({ id: partUpdate.authorId })
		.from(partUpdate)
		.innerJoin(part, eq(part.id, partUpdate.partId))
		.where(eq(part.documentId, documentId));
	const renamed = await db
		.selectDistinct({ id: event.actorId })
		.from(event)
		.where(and(eq(event.documentId, documentId), eq(event.name, 'document.rename')));
	return [...new Set([...bound, ...appended, ...renamed].flatMap(({ id }) => id ?? []))];
}
