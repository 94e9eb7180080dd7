import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable, Transaction } from '#db/connection.ts';
import { event } from '#db/schema/around.ts';
import { untold } from '#db/schema/told.ts';

export type EventRow = typeof event.$inferSelect;
export type NewEvent = Omit<typeof event.$inferInsert, 'id' | 'at'>;

/** Answers its id. */
export async function insertEvent(db: Queryable, row: NewEvent): Promise<bigint> {
	const [made] = await db.insert(event).values(row).returning({ id: event.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

/** Remembers that nobody was told of it yet. */
export async function insertUntold(db: Queryable, eventId: bigint): Promise<void> {
	await db.insert(untold).values({ eventId });
}

/** The first event of which nobody was told, apart from these; another process takes another one. */
export async function takeUntold(
	tx: Transaction,
	apartFrom: readonly bigint[]
): Promise<EventRow | 'none left' | 'gone'> {
	const [first] = await tx
		.select()
		.from(untold)
		.where(apartFrom.length > 0 ? notInArray(untold.eventId, [...apartFrom]) : undefined)
		.orderBy(asc(untold.eventId))
		.limit(1)
		.for('update', { skipLocked: true });
	if (!first) return 'none left';
	await tx.delete(untold).where(eq(untold.eventId, first.eventId));
	const [row] = await tx.select().from(event).where(eq(event.id, first.eventId));
	return row ?? 'gone';
}

/** What else was done in the same step, with one of these names: of one transaction events share their moment. */
export function listEventsBeside(
	db: Queryable,
	{ id, documentId }: Pick<EventRow, 'id' | 'documentId'>,
	names: readonly string[]
): Promise<EventRow[]> {
	if (!documentId) return Promise.resolve([]);
	const of = alias(event, 'of');
	// Compared by PostgreSQL, whose moments are finer than ours.
	const moment = db.select({ at: of.at }).from(of).where(eq(of.id, id));
	return db
		.select()
		.from(event)
		.where(
			and(eq(event.documentId, documentId), eq(event.at, moment), inArray(event.name, [...names]))
		);
}
