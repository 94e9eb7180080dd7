import { desc, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { version } from '#db/schema/versions.ts';

export type VersionRow = typeof version.$inferSelect;

export async function insertVersion(
	db: Queryable,
	row: typeof version.$inferInsert
): Promise<string> {
	const [made] = await db.insert(version).values(row).returning({ id: version.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

export async function findLatestVersion(
	db: Queryable,
	partId: string
): Promise<VersionRow | undefined> {
	const [row] = await db
		.select()
		.from(version)
		.where(eq(version.partId, partId))
		.orderBy(desc(version.createdAt), desc(version.upto), desc(version.id))
		.limit(1);
	return row;
}

/** These versions with their texts, by id. */
export async function findVersions(
	db: Queryable,
	ids: readonly string[]
): Promise<Map<string, VersionRow>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.select()
		.from(version)
		.where(inArray(version.id, [...ids]));
	return new Map(rows.map((row) => [row.id, row]));
}
