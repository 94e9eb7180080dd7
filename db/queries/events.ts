import type { Queryable } from '#db/connection.ts';
import { event } from '#db/schema/around.ts';

export type NewEvent = Omit<typeof event.$inferInsert, 'id' | 'at'>;

export async function insertEvent(db: Queryable, row: NewEvent): Promise<void> {
	await db.insert(event).values(row);
}
