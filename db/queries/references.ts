import { and, inArray, isNull, or, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Queryable } from '#db/connection.ts';
import { domain, theme, werkplaats } from '#db/schema/network.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** People and machines name a place by its identity or by the word in its address: both are taken. */
function named(columns: { id: AnyPgColumn; slug: AnyPgColumn }, names: readonly string[]) {
	const ids = names.filter((name) => UUID.test(name));
	return or(
		inArray(columns.slug, [...names]),
		ids.length > 0 ? inArray(columns.id, ids) : sql`false`
	);
}

/** The werkplaats with this id or slug, unless it was archived. */
export async function resolveWerkplaats(db: Queryable, name: string) {
	const [row] = await db
		.select()
		.from(werkplaats)
		.where(and(named(werkplaats, [name]), isNull(werkplaats.archivedAt)));
	return row;
}

/** The identities of these themes; fewer than there were names when one is unknown. */
export async function resolveThemes(db: Queryable, names: readonly string[]): Promise<string[]> {
	if (names.length === 0) return [];
	const rows = await db.select({ id: theme.id }).from(theme).where(named(theme, names));
	return rows.map((row) => row.id);
}

/** The identities of these domains; fewer than there were names when one is unknown. */
export async function resolveDomains(db: Queryable, names: readonly string[]): Promise<string[]> {
	if (names.length === 0) return [];
	const rows = await db.select({ id: domain.id }).from(domain).where(named(domain, names));
	return rows.map((row) => row.id);
}
