import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { organisation } from '#db/schema/network.ts';

export type OrganisationRow = typeof organisation.$inferSelect;

/** By name; archived ones only when asked for. */
export async function listOrganisations(
	db: Queryable,
	{ archived = false } = {}
): Promise<OrganisationRow[]> {
	return db
		.select()
		.from(organisation)
		.where(archived ? undefined : isNull(organisation.archivedAt))
		.orderBy(asc(organisation.name));
}

/** Names are one whatever their capitals. */
export async function isOrganisationNameTaken(
	db: Queryable,
	name: string,
	except?: string
): Promise<boolean> {
	const rows = await db
		.select({ id: organisation.id })
		.from(organisation)
		.where(
			and(
				eq(sql`lower(${organisation.name})`, name.toLowerCase()),
				except ? ne(organisation.id, except) : undefined
			)
		);
	return rows.length > 0;
}

export async function isOrganisation(db: Queryable, id: string): Promise<boolean> {
	const rows = await db
		.select({ id: organisation.id })
		.from(organisation)
		.where(and(eq(organisation.id, id), isNull(organisation.archivedAt)));
	return rows.length > 0;
}

/** The names of these, by id; ids that do not exist are left out. */
export async function findOrganisationNames(
	db: Queryable,
	ids: readonly string[]
): Promise<Map<string, string>> {
	const rows = await db
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.where(inArray(organisation.id, [...ids]));
	return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function insertOrganisation(
	db: Queryable,
	row: typeof organisation.$inferInsert
): Promise<void> {
	await db.insert(organisation).values(row);
}

/** Whether there was such an organisation. */
export async function updateOrganisation(
	db: Queryable,
	id: string,
	change: Partial<Omit<OrganisationRow, 'id'>>
): Promise<boolean> {
	const rows = await db
		.update(organisation)
		.set(change)
		.where(eq(organisation.id, id))
		.returning({ id: organisation.id });
	return rows.length > 0;
}
