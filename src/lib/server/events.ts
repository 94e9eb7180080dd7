import type { Queryable } from '#db/connection.ts';
import { insertEvent, type NewEvent } from '#db/queries/events.ts';

/**
 * Writes what happened, in the transaction in which it happens: audit, notifications and live refresh
 * read these rows. `details` never holds text of documents, titles or addresses.
 */
export async function recordEvent(tx: Queryable, event: NewEvent): Promise<void> {
	await insertEvent(tx, event);
}
