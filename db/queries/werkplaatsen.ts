import { asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { organisation, partner, werkplaats } from '#db/schema/network.ts';

export type WerkplaatsRow = typeof werkplaats.$inferSelect;

/** In the order of the network; archived ones only when asked for. */
export async function listWerkplaatsen(
	db: Queryable,
	{ archived = false } = {}
): Promise<WerkplaatsRow[]> {
	return db
		.select()
		.from(werkplaats)
		.where(archived ? undefined : isNull(werkplaats.archivedAt))
		.orderBy(asc(werkplaats.position), asc(werkplaats.name));
}

export async function findWerkplaats(db: Queryable, slug: string) {
	const [row] = await db.select().from(werkplaats).where(eq(werkplaats.slug, slug));
	return row;
}

export async function insertWerkplaats(
	db: Queryable,
	row: typeof werkplaats.$inferInsert
): Promise<string | undefined> {
	const [made] = await db
		.insert(werkplaats)
		.values(row)
		.onConflictDoNothing({ target: werkplaats.slug })
		.returning({ id: werkplaats.id });
	return made?.id;
}

/** Whether there was such a werkplaats. */
export async function updateWerkplaats(
	db: Queryable,
	id: string,
	change: Partial<Omit<WerkplaatsRow, 'id' | 'slug'>>
): Promise<boolean> {
	const rows = await db
		.update(werkplaats)
		.set(change)
		.where(eq(werkplaats.id, id))
		.returning({ id: werkplaats.id });
	return rows.length > 0;
}

/** The organisations that take part in a werkplaats, by name. */
export async function partnersOf(db: Queryable, werkplaatsId: string) {
	return db
		.select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
		.from(partner)
		.innerJoin(organisation, eq(organisation.id, partner.organisationId))
		.where(eq(partner.werkplaatsId, werkplaatsId))
		.orderBy(asc(organisation.name));
}
