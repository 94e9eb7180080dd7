import { asc, desc, eq, max, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { part } from '#db/schema/documents.ts';
import { cycle } from '#db/schema/studies.ts';
import type { Phase } from '#domain/phases.ts';

export type CycleRow = { part: string; number: number; phase: Phase };

/** The cycles of a document, the first one first. */
export function listCycles(db: Queryable, documentId: string): Promise<CycleRow[]> {
	return db
		.select({ part: cycle.partId, number: cycle.number, phase: cycle.phase })
		.from(cycle)
		.innerJoin(part, eq(part.id, cycle.partId))
		.where(eq(part.documentId, documentId))
		.orderBy(asc(cycle.number));
}

/** The last cycle that was begun in a document. */
export async function findLastCycle(
	db: Queryable,
	documentId: string
): Promise<CycleRow | undefined> {
	const [row] = await db
		.select({ part: cycle.partId, number: cycle.number, phase: cycle.phase })
		.from(cycle)
		.innerJoin(part, eq(part.id, cycle.partId))
		.where(eq(part.documentId, documentId))
		.orderBy(desc(cycle.number))
		.limit(1);
	return row;
}

/** The place after the last part of a document. */
export async function nextPosition(db: Queryable, documentId: string): Promise<number> {
	const [row] = await db
		.select({ last: max(part.position) })
		.from(part)
		.where(eq(part.documentId, documentId));
	return (row?.last ?? -1) + 1;
}

export async function insertCycle(
	db: Queryable,
	{ part: partId, number }: Pick<CycleRow, 'part' | 'number'>
): Promise<void> {
	await db.insert(cycle).values({ partId, number });
}

export async function updatePhase(db: Queryable, partId: string, phase: Phase): Promise<void> {
	await db.update(cycle).set({ phase }).where(eq(cycle.partId, partId));
}

/** Until the transaction ends nothing is stored in the text of this part: what comes now waits, or is refused. */
export async function lockPart(db: Queryable, id: string): Promise<void> {
	await db.execute(sql`select 1 from ${part} where ${part.id} = ${id}::uuid for update`);
}

/** A part with its text and everything that hangs on it. */
export async function deletePart(db: Queryable, id: string): Promise<void> {
	await db.delete(part).where(eq(part.id, id));
}
