import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';
import { relation } from '#db/schema/relations.ts';

/** Whether it was not there yet. */
export async function insertRelation(
	db: Queryable,
	row: typeof relation.$inferInsert
): Promise<boolean> {
	const made = await db
		.insert(relation)
		.values(row)
		.onConflictDoNothing({ target: [relation.fromId, relation.toId, relation.type] })
		.returning({ id: relation.id });
	return made.length > 0;
}

/** Whether a document builds on anything. */
export async function buildsOn(db: Queryable, fromId: string): Promise<boolean> {
	const [row] = await db
		.select({ id: relation.id })
		.from(relation)
		.where(and(eq(relation.fromId, fromId), eq(relation.type, 'uses')))
		.limit(1);
	return row !== undefined;
}

export async function findRelation(db: Queryable, id: string) {
	const [row] = await db.select().from(relation).where(eq(relation.id, id));
	return row;
}

export async function deleteRelation(db: Queryable, id: string): Promise<void> {
	await db.delete(relation).where(eq(relation.id, id));
}

/** The relations from or to these documents, oldest first, whoever asks: the other end may be hidden. */
export async function relationsOf(db: Queryable, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return db
		.select({
			id: relation.id,
			from: relation.fromId,
			to: relation.toId,
			type: relation.type,
			why: relation.why,
			at: relation.createdAt,
			by: { id: person.id, name: person.name }
		})
		.from(relation)
		.innerJoin(person, eq(person.id, relation.relatedBy))
		.where(or(inArray(relation.fromId, [...ids]), inArray(relation.toId, [...ids])))
		.orderBy(asc(relation.createdAt), asc(relation.id));
}
