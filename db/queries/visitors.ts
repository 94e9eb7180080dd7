import { and, eq, inArray, isNull, lt, notExists, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { person, session } from '#db/schema/people.ts';
import { run, runMember, visitor } from '#db/schema/runs.ts';

export async function insertVisitor(
	db: Queryable,
	row: Pick<typeof visitor.$inferInsert, 'personId' | 'runId' | 'consentedAt'>
): Promise<void> {
	await db.insert(visitor).values(row);
}

/** The visitor that this person is; undefined for who has an account. */
export async function findVisitor(db: Queryable, personId: string) {
	const [row] = await db.select().from(visitor).where(eq(visitor.personId, personId));
	return row;
}

/**
 * The visitors whose name has to go: so long after the end of their workshop, or, when nobody ended it, so long after
 * they came in. Also of a workshop that was destroyed.
 */
export async function visitorsToForget(
	db: Queryable,
	{ endedBefore, cameBefore }: { endedBefore: Date; cameBefore: Date }
): Promise<string[]> {
	const over = sql`case when ${run.endedAt} is null then ${lt(visitor.consentedAt, cameBefore)} else ${lt(run.endedAt, endedBefore)} end`;
	const rows = await db
		.select({ id: visitor.personId })
		.from(visitor)
		.innerJoin(run, eq(run.id, visitor.runId))
		.where(and(isNull(visitor.forgottenAt), over));
	const isVisitor = db
		.select({ one: sql`1` })
		.from(visitor)
		.where(eq(visitor.personId, person.id));
	const left = await db
		.select({ id: person.id })
		.from(person)
		.where(and(isNull(person.email), sql`${person.name} <> ''`, notExists(isVisitor)));
	return [...rows, ...left].map(({ id }) => id);
}

/** Takes the names of these visitors away, with their way in; in a group they hold no role any more. */
export async function forgetVisitors(
	db: Queryable,
	people: readonly string[],
	at: Date
): Promise<void> {
	if (people.length === 0) return;
	const ids = [...people];
	await db.delete(session).where(inArray(session.personId, ids));
	await db
		.update(person)
		.set({ name: '' })
		.where(and(inArray(person.id, ids), isNull(person.email)));
	await db.update(runMember).set({ role: null }).where(inArray(runMember.personId, ids));
	await db.update(visitor).set({ forgottenAt: at }).where(inArray(visitor.personId, ids));
}

/** Lets the sessions of all visitors of a workshop end at this moment, if they don't before. */
export async function endVisits(db: Queryable, runId: string, at: Date): Promise<void> {
	const people = db.select({ id: visitor.personId }).from(visitor).where(eq(visitor.runId, runId));
	await db
		.update(session)
		.set({ expiresAt: sql`least(${session.expiresAt}, ${at.toISOString()}::timestamptz)` })
		.where(inArray(session.personId, people));
}

/** Who takes part in this run without an account. */
export async function listVisitors(db: Queryable, runId: string): Promise<Set<string>> {
	const rows = await db
		.select({ personId: visitor.personId })
		.from(visitor)
		.where(eq(visitor.runId, runId));
	return new Set(rows.map(({ personId }) => personId));
}
