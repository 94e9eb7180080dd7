import { sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/connection.ts';

/** Whether the database answers. */
export async function ping(db: Queryable): Promise<void> {
	await db.execute(sql`select 1`);
}

/** What tells this installation from others: its database server, and the database in it. */
export async function identify(db: Queryable): Promise<string> {
	const { rows } = await db.execute<{ name: string }>(sql`
		select system_identifier || '.' || oid as name
		from pg_control_system(), pg_database where datname = current_database()`);
	if (!rows[0]) throw new Error('the database does not say which one it is');
	return rows[0].name;
}

/** Lets one transaction at a time through, until it ends: for rules about everybody at once. */
export async function lockAccounts(tx: Transaction): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext('wisselwerking.accounts'))`);
}
