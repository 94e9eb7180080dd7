import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';

export type PersonRow = typeof person.$inferSelect;
/** Somebody who can sign in. Who came into a workshop without an account can't. */
export type AccountRow = PersonRow & { email: string; passwordHash: string };

export function isAccount(row: PersonRow): row is AccountRow {
	return row.email !== null && row.passwordHash !== null;
}

export async function findPerson(db: Queryable, id: string): Promise<PersonRow | undefined> {
	const [row] = await db.select().from(person).where(eq(person.id, id));
	return row;
}

export async function findPeople(db: Queryable, ids: readonly string[]): Promise<PersonRow[]> {
	if (ids.length === 0) return [];
	return db
		.select()
		.from(person)
		.where(inArray(person.id, [...ids]));
}

/** The names of these people, by id. */
export async function findPeopleNames(
	db: Queryable,
	ids: readonly string[]
): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.select({ id: person.id, name: person.name })
		.from(person)
		.where(inArray(person.id, [...ids]));
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The person, whom nobody changes until the transaction ends. */
export async function lockPerson(tx: Transaction, id: string): Promise<PersonRow | undefined> {
	// Not `for update`: rows that point at the person may be written meanwhile.
	const [row] = await tx.select().from(person).where(eq(person.id, id)).for('no key update');
	return row;
}

/** Addresses are one whatever their capitals. */
export async function findPersonByEmail(
	db: Queryable,
	email: string
): Promise<AccountRow | undefined> {
	const [row] = await db
		.select()
		.from(person)
		.where(eq(sql`lower(${person.email})`, email.toLowerCase()));
	return row && isAccount(row) ? row : undefined;
}

export async function insertPerson(
	db: Queryable,
	row: typeof person.$inferInsert
): Promise<PersonRow> {
	const [made] = await db.insert(person).values(row).returning();
	if (!made) throw new Error('insert returned no row');
	return made;
}

export async function updatePerson(
	db: Queryable,
	id: string,
	change: Partial<Omit<PersonRow, 'id' | 'createdAt'>>
): Promise<void> {
	await db.update(person).set(change).where(eq(person.id, id));
}

/** Whether the installation has anybody yet. */
export async function anyPerson(db: Queryable): Promise<boolean> {
	const rows = await db.select({ id: person.id }).from(person).limit(1);
	return rows.length > 0;
}

/** Everybody with an account, by name. */
export async function listPeople(db: Queryable) {
	return db
		.select({
			id: person.id,
			name: person.name,
			email: sql<string>`${person.email}`,
			administrator: person.administrator,
			disabledAt: person.disabledAt,
			createdAt: person.createdAt
		})
		.from(person)
		.where(isNotNull(person.email))
		.orderBy(asc(person.name), asc(person.id));
}

/** How many administrators can sign in, apart from this one. */
export async function otherAdministrators(db: Queryable, id: string): Promise<number> {
	const rows = await db
		.select({ id: person.id })
		.from(person)
		.where(and(eq(person.administrator, true), isNull(person.disabledAt), ne(person.id, id)));
	return rows.length;
}
