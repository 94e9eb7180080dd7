import { sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/connection.ts';

/** Whether the database answers. */
export async function ping(db: Queryable): Promise<void> {
	await db.execute(sql`select 1`);
}

/** Lets one transaction at a time through, until it ends: for rules about everybody at once. */
export async function lockAccounts(tx: Transaction): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext('wisselwerking.accounts'))`);
}
