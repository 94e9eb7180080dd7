import type { Queryable } from '#db/connection.ts';
import { insertEvent, insertUntold, type NewEvent } from '#db/queries/events.ts';
import { tellingsOf } from '#domain/telling.ts';

/**
 * Writes what happened, in the transaction in which it happens: audit, notifications and live refresh
 * read these rows. `details` never holds text of documents, titles or addresses.
 */
export async function recordEvent(tx: Queryable, event: NewEvent): Promise<void> {
	const id = await insertEvent(tx, event);
	if (tellingsOf(event).length > 0) await insertUntold(tx, id);
}
