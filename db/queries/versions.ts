import { and, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { partClient, partUpdate } from '#db/schema/documents.ts';
import { person } from '#db/schema/people.ts';
import { seen, version } from '#db/schema/versions.ts';

export type VersionRow = typeof version.$inferSelect;
/** A version without its text, for a list. */
export type ListedVersion = Omit<VersionRow, 'content' | 'authors' | 'upto'>;

const listed = {
	id: version.id,
	partId: version.partId,
	reason: version.reason,
	name: version.name,
	words: version.words,
	writers: version.writers,
	madeBy: version.madeBy,
	restoredFrom: version.restoredFrom,
	createdAt: version.createdAt
};

export async function insertVersion(
	db: Queryable,
	row: typeof version.$inferInsert
): Promise<string> {
	// Not when the transaction began: it may have waited for another that kept one.
	const values = { ...row, createdAt: row.createdAt ?? sql`clock_timestamp()` };
	const [made] = await db.insert(version).values(values).returning({ id: version.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

/** Says why a version stays that was kept by itself, and what it is called. */
export async function markVersion(
	db: Queryable,
	id: string,
	mark: Pick<VersionRow, 'reason' | 'madeBy'> & { name?: string }
): Promise<void> {
	await db.update(version).set(mark).where(eq(version.id, id));
}

// A version and what it came from can be of the same moment; the log only grows.
const LATEST_FIRST = [desc(version.createdAt), desc(version.upto), desc(version.id)];

export async function findLatestVersion(
	db: Queryable,
	partId: string
): Promise<VersionRow | undefined> {
	const [row] = await db
		.select()
		.from(version)
		.where(eq(version.partId, partId))
		.orderBy(...LATEST_FIRST)
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

/** Of one part, the latest first. */
export async function listVersions(db: Queryable, partId: string): Promise<ListedVersion[]> {
	return db
		.select(listed)
		.from(version)
		.where(eq(version.partId, partId))
		.orderBy(...LATEST_FIRST);
}

/** Whose each client id of Yjs in a text is. */
export async function findOwners(db: Queryable, partId: string): Promise<Map<number, string>> {
	const rows = await db
		.select({ client: partClient.clientId, person: partClient.personId })
		.from(partClient)
		.where(eq(partClient.partId, partId));
	return new Map(rows.map((row) => [row.client, row.person]));
}

/** Who wrote in a text after this place of its log, as far as the log still has it. */
export async function findWritersSince(
	db: Queryable,
	partId: string,
	upto: bigint
): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: partUpdate.authorId })
		.from(partUpdate)
		.innerJoin(person, eq(person.id, partUpdate.authorId))
		.where(
			and(eq(partUpdate.partId, partId), gt(partUpdate.id, upto), isNotNull(partUpdate.authorId))
		);
	return rows.flatMap(({ id }) => id ?? []);
}

/**
 * Thins out what was kept by itself: of more than a day ago the last of each hour stays, of more than a week ago the
 * last of each day. What has a name or a reason stays, and what somebody holds on to. Answers how many went.
 */
export async function thinVersions(db: Queryable, now: Date): Promise<number> {
	const { rowCount } = await db.execute(sql`
		delete from version as one
		where one.reason = 'paused' and one.name is null
		and one.created_at < ${now}::timestamptz - interval '1 day'
		and exists (
			select 1 from version as later
			where later.part_id = one.part_id and later.created_at > one.created_at
			and later.created_at < ${now}::timestamptz - interval '1 day'
			and date_trunc(
				case when one.created_at < ${now}::timestamptz - interval '7 days' then 'day' else 'hour' end,
				later.created_at
			) = date_trunc(
				case when one.created_at < ${now}::timestamptz - interval '7 days' then 'day' else 'hour' end,
				one.created_at
			)
		)
		and not exists (select 1 from seen where seen.version_id = one.id or seen.latest_id = one.id)
		and not exists (select 1 from thread where thread.version_id = one.id)
		and not exists (select 1 from version as put_back where put_back.restored_from = one.id)`);
	return rowCount ?? 0;
}

export type SeenRow = typeof seen.$inferSelect;

/** Up to where somebody knows these parts, by part. */
export async function findSeen(
	db: Queryable,
	personId: string,
	partIds: readonly string[]
): Promise<Map<string, SeenRow>> {
	if (partIds.length === 0) return new Map();
	const rows = await db
		.select()
		.from(seen)
		.where(and(eq(seen.personId, personId), inArray(seen.partId, [...partIds])));
	return new Map(rows.map((row) => [row.partId, row]));
}

export async function saveSeen(db: Queryable, row: SeenRow): Promise<void> {
	const { versionId, latestId, at } = row;
	await db
		.insert(seen)
		.values(row)
		.onConflictDoUpdate({ target: [seen.personId, seen.partId], set: { versionId, latestId, at } });
}

/** The latest version of each of these parts. */
export async function findLatestIds(
	db: Queryable,
	partIds: readonly string[]
): Promise<Map<string, string>> {
	if (partIds.length === 0) return new Map();
	const rows = await db
		.selectDistinctOn([version.partId], { partId: version.partId, id: version.id })
		.from(version)
		.where(inArray(version.partId, [...partIds]))
		.orderBy(version.partId, ...LATEST_FIRST);
	return new Map(rows.map(({ partId, id }) => [partId, id]));
}
