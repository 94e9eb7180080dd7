import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database, Queryable } from '#db/connection.ts';
import {
	partClient,
	partKept,
	partQuarantine,
	partSnapshot,
	partUpdate
} from '#db/schema/documents.ts';

/** `author` is the person whose edit it is; null is the server itself. */
export type NewUpdate = {
	part: string;
	bytes: Uint8Array;
	author: string | null;
	/** The client ids of Yjs that become the author's with it. */
	clients?: readonly number[];
};

/** Everything that makes up a part's text: the snapshot, and what was appended since, oldest first. */
export type StoredText = {
	snapshot: Uint8Array | null;
	/** What is in the snapshot, where that was noted with it. */
	extent?: Uint8Array | null;
	updates: { id: bigint; bytes: Uint8Array }[];
};

/**
 * Appends to the logs of any number of parts in one statement, which is its own transaction: when
 * this resolves all of them are durable. When it rejects, they may or may not be.
 */
export async function appendUpdates(db: Database, rows: readonly NewUpdate[]): Promise<void> {
	const parts = arrayOf(rows.map((row) => row.part));
	// As hexadecimal text: an array of bytes would be written as one, with each quoted.
	const bytes = arrayOf(
		rows.map(({ bytes }) =>
			Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
		)
	);
	const authors = arrayOf(rows.map((row) => row.author));
	const bound = rows.flatMap(({ part, author, clients }) =>
		(clients ?? []).map((client) => ({ part, author, client }))
	);
	// Past the query builder, and prepared: this is the one statement that runs for every keystroke. Most
	// keystrokes bind nobody.
	await db.$client.query(
		bound.length === 0
			? { name: 'append', text: APPEND, values: [parts, bytes, authors] }
			: {
					name: 'append-and-bind',
					text: BIND + APPEND,
					values: [
						parts,
						bytes,
						authors,
						arrayOf(bound.map(({ part }) => part)),
						arrayOf(bound.map(({ client }) => String(client))),
						arrayOf(bound.map(({ author }) => author))
					]
				}
	);
}

const APPEND = `
	insert into part_update (part_id, bytes, author_id)
	select part, decode(bytes, 'hex'), author
	from unnest($1::uuid[], $2::text[], $3::uuid[]) with ordinality as appended (part, bytes, author, nth)
	order by nth`;

// In the same statement: an edit without its owner, or the other way round, is never stored.
const BIND = `
	with bound as (
		insert into part_client (part_id, client_id, person_id)
		-- Each once, and everywhere in the same order: two nodes that bind the same ones wait for each
		-- other, and never each for the other.
		select distinct part, client, person
		from unnest($4::uuid[], $5::bigint[], $6::uuid[]) as bound (part, client, person)
		order by part, client
		-- Another node may have bound it to the same person a moment ago. Somebody else makes it null,
		-- which is refused.
		on conflict (part_id, client_id) do update set person_id =
			case when part_client.person_id = excluded.person_id then excluded.person_id end
	)`;

/** PostgreSQL's own way of writing an array: nothing in these has to be quoted, for which the driver would look. */
function arrayOf(values: readonly (string | null)[]): string {
	return `{${values.map((value) => value ?? 'null').join()}}`;
}

/** Appends one update in the caller's transaction, with whose it is; gives its place in the log. */
export async function appendUpdate(db: Queryable, row: NewUpdate): Promise<bigint> {
	const [appended] = await db
		.insert(partUpdate)
		.values({ partId: row.part, bytes: row.bytes, authorId: row.author })
		.returning({ id: partUpdate.id });
	if (!appended) throw new Error('insert returned no row');
	const { part: partId, author: personId, clients = [] } = row;
	if (personId && clients.length > 0) {
		await db.insert(partClient).values(clients.map((clientId) => ({ partId, clientId, personId })));
	}
	return appended.id;
}

/**
 * Of these PostgreSQL has stored no row: data that can't be (class 22), a constraint (23: a part or a person
 * is gone, a client id is somebody else's), two who get the same client id in one statement (21000), and one
 * who had to yield to another transaction (40P01, 40001, 55P03). Not the rest of class 40: 40003 is that
 * nobody knows.
 */
const REFUSALS = /^(2[23]...|21000|40001|40P01|55P03)$/;

/** Whether none of the rows was stored, because of what some of them are or who else is at them. */
export function isRefusal(error: unknown): boolean {
	if (!(error instanceof Error) || !('code' in error)) return false;
	return typeof error.code === 'string' && REFUSALS.test(error.code);
}

/**
 * A part's text as it is stored now. In one statement: a compaction that commits between two would
 * take away rows that the older snapshot does not hold.
 */
export async function loadText(db: Queryable, part: string): Promise<StoredText> {
	const { rows } = await db.execute<TextPiece>(sql`
		select id, bytes, extent from ${piecesOf(part)} order by id nulls first`);
	return textOf(rows);
}

/** What was appended to a part since its snapshot, with who wrote it, oldest first. */
export async function loadLog(
	db: Queryable,
	part: string
): Promise<{ id: bigint; bytes: Uint8Array; author: string | null }[]> {
	return db
		.select({ id: partUpdate.id, bytes: partUpdate.bytes, author: partUpdate.authorId })
		.from(partUpdate)
		.where(eq(partUpdate.partId, part))
		.orderBy(partUpdate.id);
}

/** A text, and whose each client id in it is. */
export type OwnedText = StoredText & { owners: Map<number, string> };

/** In one statement as well: of whom there is an edit, there must be an owner, or they are sent away. */
export async function loadOwnedText(db: Queryable, part: string): Promise<OwnedText> {
	const { rows } = await db.execute<
		TextPiece & { client: string | null; person: string | null }
	>(sql`
		select id, bytes, extent, null::bigint as client, null::uuid as person from ${piecesOf(part)}
		union all
		select null, null, null, client_id, person_id from part_client where part_id = ${part}
		order by id nulls first`);
	const owners = new Map<number, string>();
	for (const { client, person } of rows) if (client && person) owners.set(Number(client), person);
	return { ...textOf(rows), owners };
}

type TextPiece = { id: string | null; bytes: Uint8Array | null; extent: Uint8Array | null };

function piecesOf(part: string) {
	return sql`(
		select null::bigint as id, bytes, extent from part_snapshot where part_id = ${part}
		union all
		select id, bytes, null from part_update where part_id = ${part}) as piece`;
}

function textOf(rows: Iterable<TextPiece>): StoredText {
	const stored: StoredText = { snapshot: null, extent: null, updates: [] };
	for (const { id, bytes, extent } of rows) {
		if (id !== null && bytes) stored.updates.push({ id: BigInt(id), bytes });
		else if (bytes) [stored.snapshot, stored.extent] = [bytes, extent];
	}
	return stored;
}

/** One at a time per part, until the end of the transaction. */
export async function lockText(tx: Queryable, part: string): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${part}, 0))`);
}

/** Copies updates that can't be applied to where somebody can look into them; the log goes on without. */
export async function quarantine(
	tx: Queryable,
	part: string,
	updates: readonly bigint[]
): Promise<void> {
	if (updates.length === 0) return;
	const ids = sql.param(updates.map(String));
	await tx.execute(sql`
		insert into ${partQuarantine} (part_id, bytes, author_id, created_at)
		select part_id, bytes, author_id, created_at from ${partUpdate}
		where part_id = ${part} and id = any(${ids}::bigint[])`);
}

/** Keeps the snapshot as it is, beside the one that takes its place. */
export async function keepSnapshot(tx: Queryable, part: string): Promise<void> {
	await tx.execute(sql`
		insert into ${partKept} (part_id, bytes)
		select part_id, bytes from ${partSnapshot} where part_id = ${part}`);
}

/** Forgets snapshots that were kept before this moment; gives how many. */
export async function deleteKeptBefore(db: Queryable, before: Date): Promise<number> {
	const gone = await db
		.delete(partKept)
		.where(lt(partKept.createdAt, before))
		.returning({ id: partKept.id });
	return gone.length;
}

/** The parts that have updates in their log from before this moment. */
export async function findNeglectedLogs(db: Queryable, before: Date): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: partUpdate.partId })
		.from(partUpdate)
		.where(lt(partUpdate.createdAt, before));
	return rows.map(({ id }) => id);
}

/** Writes the first snapshot of a part, in the transaction that makes the part. */
export async function insertSnapshot(tx: Queryable, part: string, bytes: Uint8Array) {
	await insertSnapshots(tx, [part], bytes);
}

/** The same for parts that begin alike. */
export async function insertSnapshots(tx: Queryable, parts: readonly string[], bytes: Uint8Array) {
	await tx.insert(partSnapshot).values(parts.map((partId) => ({ partId, bytes })));
}

/**
 * Puts a new snapshot in the place of the old one and of exactly the updates that are in it.
 * Never "up to an id": a row with a lower number can be committed after one with a higher.
 */
export async function replaceSnapshot(
	tx: Queryable,
	part: string,
	{ snapshot, extent }: { snapshot: Uint8Array; extent?: Uint8Array },
	updates: readonly bigint[]
): Promise<void> {
	const row = { bytes: snapshot, extent: extent ?? null, createdAt: sql`now()` };
	await tx
		.insert(partSnapshot)
		.values({ partId: part, ...row })
		.onConflictDoUpdate({ target: partSnapshot.partId, set: row });
	const ids = sql.param(updates.map(String));
	await tx
		.delete(partUpdate)
		.where(and(eq(partUpdate.partId, part), sql`${partUpdate.id} = any(${ids}::bigint[])`));
}
