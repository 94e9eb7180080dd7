import { and, desc, eq, gt, inArray, lte, ne } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { person, session } from '#db/schema/people.ts';

export async function insertSession(
	db: Queryable,
	row: typeof session.$inferInsert
): Promise<void> {
	await db.insert(session).values(row);
}

/** These sessions with the people whose they are; expired ones and those of disabled people too. */
export async function findSessions(db: Queryable, ids: readonly string[]) {
	return db
		.select({ session, person })
		.from(session)
		.innerJoin(person, eq(person.id, session.personId))
		.where(inArray(session.id, [...ids]));
}

export async function extendSession(db: Queryable, id: string, expiresAt: Date): Promise<void> {
	await db.update(session).set({ expiresAt }).where(eq(session.id, id));
}

export async function deleteSession(db: Queryable, id: string): Promise<void> {
	await db.delete(session).where(eq(session.id, id));
}

/** Ends the sessions of a person, but not `except`; gives the ids of those that ended. */
export async function deleteSessionsOf(
	db: Queryable,
	personId: string,
	except?: string
): Promise<string[]> {
	const rows = await db
		.delete(session)
		.where(and(eq(session.personId, personId), except ? ne(session.id, except) : undefined))
		.returning({ id: session.id });
	return rows.map((row) => row.id);
}

/** The sessions of a person that hold at `now`, newest first. */
export async function sessionsOf(db: Queryable, personId: string, now: Date) {
	return db
		.select({ id: session.id, createdAt: session.createdAt, expiresAt: session.expiresAt })
		.from(session)
		.where(and(eq(session.personId, personId), gt(session.expiresAt, now)))
		.orderBy(desc(session.createdAt));
}

export async function deleteExpiredSessions(db: Queryable, now: Date): Promise<number> {
	const gone = await db
		.delete(session)
		.where(lte(session.expiresAt, now))
		.returning({ id: session.id });
	return gone.length;
}
