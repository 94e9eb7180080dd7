import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { moment } from '#db/schema/cases.ts';
import type { Moment } from '#domain/moments.ts';

/** The moments of a case in their order. */
export function listMoments(db: Queryable, documentId: string): Promise<Moment[]> {
	return db
		.select({ id: moment.id, title: moment.title, period: moment.period })
		.from(moment)
		.where(eq(moment.documentId, documentId))
		.orderBy(asc(moment.position), asc(moment.id));
}

export type NewMoment = Omit<Moment, 'id'>;

export async function insertMoment(
	db: Queryable,
	documentId: string,
	position: number,
	given: NewMoment
) {
	await db.insert(moment).values({ documentId, position, ...given });
}

export async function updateMoment(
	db: Queryable,
	documentId: string,
	id: string,
	change: NewMoment
) {
	await db
		.update(moment)
		.set(change)
		.where(and(eq(moment.documentId, documentId), eq(moment.id, id)));
}

export async function deleteMoment(db: Queryable, documentId: string, id: string) {
	await db.delete(moment).where(and(eq(moment.documentId, documentId), eq(moment.id, id)));
}

/** Puts the moments of a case in this order. */
export async function orderMoments(db: Queryable, documentId: string, ids: readonly string[]) {
	const order = sql.param(`{${ids.join()}}`);
	await db
		.update(moment)
		.set({ position: sql`array_position(${order}::uuid[], ${moment.id})` })
		.where(and(eq(moment.documentId, documentId), sql`${moment.id} = any(${order}::uuid[])`));
}
