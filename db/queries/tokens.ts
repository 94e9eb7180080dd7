import { and, desc, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { apiToken, person } from '#db/schema/people.ts';

export async function insertToken(db: Queryable, row: typeof apiToken.$inferInsert): Promise<void> {
	await db.insert(apiToken).values(row);
}

/** The token with the person whose it is; expired and revoked ones too. */
export async function findToken(db: Queryable, id: string) {
	const [row] = await db
		.select({ token: apiToken, person })
		.from(apiToken)
		.innerJoin(person, eq(person.id, apiToken.personId))
		.where(eq(apiToken.id, id));
	return row;
}

export async function touchToken(db: Queryable, id: string, lastUsedAt: Date): Promise<void> {
	await db.update(apiToken).set({ lastUsedAt }).where(eq(apiToken.id, id));
}

/** The tokens of a person that still hold, newest first. */
export async function tokensOf(db: Queryable, personId: string, now: Date) {
	return db
		.select({
			id: apiToken.id,
			name: apiToken.name,
			createdAt: apiToken.createdAt,
			expiresAt: apiToken.expiresAt,
			lastUsedAt: apiToken.lastUsedAt
		})
		.from(apiToken)
		.where(
			and(eq(apiToken.personId, personId), isNull(apiToken.revokedAt), gt(apiToken.expiresAt, now))
		)
		.orderBy(desc(apiToken.createdAt));
}

/** Revokes one token of the person, or all; gives the ids of those that ended. */
export async function revokeTokens(
	db: Queryable,
	personId: string,
	now: Date,
	id?: string
): Promise<string[]> {
	const rows = await db
		.update(apiToken)
		.set({ revokedAt: now })
		.where(
			and(
				eq(apiToken.personId, personId),
				isNull(apiToken.revokedAt),
				id ? eq(apiToken.id, id) : undefined
			)
		)
		.returning({ id: apiToken.id });
	return rows.map((row) => row.id);
}

export async function deleteExpiredTokens(db: Queryable, now: Date): Promise<number> {
	const gone = await db
		.delete(apiToken)
		.where(lte(apiToken.expiresAt, now))
		.returning({ id: apiToken.id });
	return gone.length;
}
