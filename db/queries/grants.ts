import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { grant } from '#db/schema/access.ts';
import { werkplaats } from '#db/schema/network.ts';
import { person } from '#db/schema/people.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { Level } from '#domain/levels.ts';

export type NewGrant = {
	documentId: string;
	/** Left out: the whole document. */
	partId?: string;
	personId: string | null;
	werkplaatsId: string | null;
	function: WerkplaatsFunction | null;
	level: Level;
	expiresAt: Date | null;
	grantedBy: string;
};

/** Gives a level on a document or one of its parts; a principal that already had one gets this instead. */
export async function putGrant(db: Queryable, values: NewGrant): Promise<string> {
	const [row] = await db
		.insert(grant)
		.values(values)
		.onConflictDoUpdate({
			target: [grant.documentId, grant.partId, grant.personId, grant.werkplaatsId, grant.function],
			set: { level: values.level, expiresAt: values.expiresAt, grantedBy: values.grantedBy }
		})
		.returning({ id: grant.id });
	if (!row) throw new Error('insert returned no row');
	return row.id;
}

/** The grants on a whole document with the names of their principals, oldest first; also those that ended. */
export function listGrants(db: Queryable, documentId: string) {
	return db
		.select({
			id: grant.id,
			level: grant.level,
			function: grant.function,
			expiresAt: grant.expiresAt,
			personId: grant.personId,
			personName: person.name,
			werkplaatsId: grant.werkplaatsId,
			werkplaatsName: werkplaats.name
		})
		.from(grant)
		.leftJoin(person, eq(person.id, grant.personId))
		.leftJoin(werkplaats, eq(werkplaats.id, grant.werkplaatsId))
		.where(and(eq(grant.documentId, documentId), isNull(grant.partId)))
		.orderBy(asc(grant.createdAt), asc(grant.id));
}

export async function deleteGrant(db: Queryable, id: string): Promise<void> {
	await db.delete(grant).where(eq(grant.id, id));
}
