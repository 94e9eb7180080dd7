import { eq, lte } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';
import { passwordReset } from '#db/schema/resets.ts';

export async function insertReset(
	db: Queryable,
	row: typeof passwordReset.$inferInsert
): Promise<void> {
	await db.insert(passwordReset).values(row);
}

/** The reset with the person whose it is; expired ones too. */
export async function findReset(db: Queryable, id: string) {
	const [row] = await db
		.select({ reset: passwordReset, person })
		.from(passwordReset)
		.innerJoin(person, eq(person.id, passwordReset.personId))
		.where(eq(passwordReset.id, id));
	return row;
}

/** Every link of a person stops working; answers how many there were. */
export async function deleteResetsOf(db: Queryable, personId: string): Promise<number> {
	const gone = await db
		.delete(passwordReset)
		.where(eq(passwordReset.personId, personId))
		.returning({ id: passwordReset.id });
	return gone.length;
}

export async function deleteExpiredResets(db: Queryable, now: Date): Promise<number> {
	const gone = await db
		.delete(passwordReset)
		.where(lte(passwordReset.expiresAt, now))
		.returning({ id: passwordReset.id });
	return gone.length;
}
