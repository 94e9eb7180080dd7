import {
	and,
	asc,
	desc,
	eq,
	getTableColumns,
	inArray,
	isNotNull,
	isNull,
	lt,
	lte,
	or,
	sql
} from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { document } from '#db/schema/documents.ts';
import { reviewRound, roundAsked } from '#db/schema/review-rounds.ts';
import type { Checked } from '#domain/critical-friends.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';

export type RoundRow = typeof reviewRound.$inferSelect;
export type AskedRow = typeof roundAsked.$inferSelect;

export async function insertRound(
	db: Queryable,
	row: typeof reviewRound.$inferInsert
): Promise<string> {
	const [made] = await db.insert(reviewRound).values(row).returning({ id: reviewRound.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

export async function findRound(db: Queryable, id: string): Promise<RoundRow | undefined> {
	const [row] = await db.select().from(reviewRound).where(eq(reviewRound.id, id));
	return row;
}

/** Of one document, the latest first; who may know of which is for the caller. */
export function listRounds(db: Queryable, documentId: string): Promise<RoundRow[]> {
	return db
		.select()
		.from(reviewRound)
		.where(eq(reviewRound.documentId, documentId))
		.orderBy(desc(reviewRound.createdAt), desc(reviewRound.id));
}

/** Until the transaction ends nobody else changes the round, nor what is said in it. */
export async function lockRound(db: Queryable, id: string): Promise<void> {
	await db.execute(
		sql`select 1 from ${reviewRound} where ${reviewRound.id} = ${id}::uuid for update`
	);
}

export async function updateRound(
	db: Queryable,
	id: string,
	change: Partial<Omit<RoundRow, 'id' | 'kind' | 'documentId' | 'partId'>>
): Promise<void> {
	await db.update(reviewRound).set(change).where(eq(reviewRound.id, id));
}

/** A mirror that was never begun: an appointment that is called off. */
export async function deleteRound(db: Queryable, id: string): Promise<void> {
	await db.delete(reviewRound).where(eq(reviewRound.id, id));
}

/** Asks these people, each once: who was asked already stays so. */
export async function insertAsked(
	db: Queryable,
	roundId: string,
	people: readonly { personId: string; function: WerkplaatsFunction | null }[],
	askedAt: Date
): Promise<string[]> {
	if (people.length === 0) return [];
	const made = await db
		.insert(roundAsked)
		.values(people.map((one) => ({ ...one, roundId, askedAt })))
		.onConflictDoNothing()
		.returning({ id: roundAsked.personId });
	return made.map(({ id }) => id);
}

/** Who was asked in these rounds, by round, who was asked first on top. */
export async function listAsked(
	db: Queryable,
	roundIds: readonly string[]
): Promise<Map<string, AskedRow[]>> {
	if (roundIds.length === 0) return new Map();
	const rows = await db
		.select()
		.from(roundAsked)
		.where(inArray(roundAsked.roundId, [...roundIds]))
		.orderBy(asc(roundAsked.askedAt), asc(roundAsked.personId));
	return Map.groupBy(rows, ({ roundId }) => roundId);
}

/** Who was asked about a version of a text, in whichever round. */
export async function listAskedOn(db: Queryable, versionId: string): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: roundAsked.personId })
		.from(roundAsked)
		.innerJoin(reviewRound, eq(reviewRound.id, roundAsked.roundId))
		.where(eq(reviewRound.versionId, versionId));
	return rows.map(({ id }) => id);
}

type WithPeople = Pick<RoundRow, 'id' | 'kind' | 'madeBy' | 'versionId'> & { asked: string[] };

/** These rounds, and those about these versions of a text, the first one first, with their people. */
export async function listRoundsWithPeople(
	db: Queryable,
	{ ids, versions }: { ids: readonly string[]; versions: readonly string[] }
): Promise<WithPeople[]> {
	if (ids.length + versions.length === 0) return [];
	const { id, kind, madeBy, versionId } = getTableColumns(reviewRound);
	const rows = await db
		.select({ id, kind, madeBy, versionId })
		.from(reviewRound)
		.where(or(inArray(id, [...ids]), inArray(versionId, [...versions])))
		.orderBy(asc(reviewRound.createdAt), asc(id));
	const asked = await listAsked(
		db,
		rows.map((row) => row.id)
	);
	return rows.map((row) => ({
		...row,
		asked: (asked.get(row.id) ?? []).map(({ personId }) => personId)
	}));
}

/**
 * What waits for somebody: rounds in which they were asked something and did not answer, and mirrors that they
 * planned and whose day has come; what is due first on top. The caller asks the policy.
 */
export function listRoundsWaitingFor(
	db: Queryable,
	personId: string,
	{ today, limit }: { today: string; limit: number }
) {
	const isAsked = sql`exists (select 1 from ${roundAsked} where ${roundAsked.roundId} = ${reviewRound.id}
		and ${roundAsked.personId} = ${personId}::uuid and ${roundAsked.answeredAt} is null)`;
	const isOwnMirror = and(eq(reviewRound.madeBy, personId), lte(reviewRound.plannedFor, today));
	const day = sql<string | null>`case when ${reviewRound.begunAt} is null
		then ${reviewRound.plannedFor} else ${reviewRound.dueOn} end`;
	return db
		.select({
			id: reviewRound.id,
			documentId: reviewRound.documentId,
			partId: reviewRound.partId,
			madeBy: reviewRound.madeBy,
			isBegun: sql<boolean>`${reviewRound.begunAt} is not null`,
			day,
			title: document.title
		})
		.from(reviewRound)
		.innerJoin(document, eq(document.id, reviewRound.documentId))
		.where(
			and(
				isNull(document.deletedAt),
				isNull(reviewRound.closedAt),
				or(
					and(isNotNull(reviewRound.begunAt), isAsked),
					and(isNull(reviewRound.begunAt), isOwnMirror)
				)
			)
		)
		.orderBy(sql`${day} asc nulls last`, asc(reviewRound.createdAt))
		.limit(limit);
}

export async function updateAsked(
	db: Queryable,
	{ roundId, people }: { roundId: string; people: readonly string[] },
	change: Partial<{
		remindedAt: Date;
		answers: string[];
		remarks: string;
		answeredAt: Date;
		checked: Checked;
		signedAt: Date;
		signedAs: WerkplaatsFunction | null;
	}>
): Promise<void> {
	if (people.length === 0) return;
	await db
		.update(roundAsked)
		.set(change)
		.where(and(eq(roundAsked.roundId, roundId), inArray(roundAsked.personId, [...people])));
}

/** Mirrors of a werkplaats whose day is past and that nobody began, the longest first; the caller asks the policy. */
export function listOverdueMirrors(
	db: Queryable,
	{ werkplaatsId, today }: { werkplaatsId: string; today: string }
) {
	return db
		.select({
			id: reviewRound.id,
			documentId: reviewRound.documentId,
			partId: reviewRound.partId,
			plannedFor: sql<string>`${reviewRound.plannedFor}`,
			title: document.title
		})
		.from(reviewRound)
		.innerJoin(document, eq(document.id, reviewRound.documentId))
		.where(
			and(
				eq(document.werkplaatsId, werkplaatsId),
				isNull(document.deletedAt),
				lt(reviewRound.plannedFor, today),
				isNull(reviewRound.begunAt),
				isNull(reviewRound.closedAt)
			)
		)
		.orderBy(asc(reviewRound.plannedFor), asc(reviewRound.id));
}

/**
 * Mirrors whose day has come and of which nobody was told; marked as told, so that of all who look at once one has
 * them. Not of what lies in the bin.
 */
export async function takeDueMirrors(db: Queryable, today: string, now: Date) {
	const live = db
		.select({ id: document.id })
		.from(document)
		.where(and(eq(document.id, reviewRound.documentId), isNull(document.deletedAt)));
	return db
		.update(reviewRound)
		.set({ toldAt: now })
		.where(
			and(
				isNotNull(reviewRound.plannedFor),
				lte(reviewRound.plannedFor, today),
				isNull(reviewRound.begunAt),
				isNull(reviewRound.closedAt),
				isNull(reviewRound.toldAt),
				inArray(reviewRound.documentId, live)
			)
		)
		.returning({
			id: reviewRound.id,
			documentId: reviewRound.documentId,
			partId: reviewRound.partId,
			madeBy: reviewRound.madeBy
		});
}
