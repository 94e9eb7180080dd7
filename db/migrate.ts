import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number will do, as long as nothing else locks on it. */
const LOCK = 1_835_623_282;

/** Other nodes may be serving: who waits longer for a table keeps everybody waiting who comes after. */
const WAITS_FOR_TABLE_MS = 10_000;
const STATEMENT_WITHIN_MS = 10 * 60_000;

/**
 * Brings the tables up to this version; of several that start at once, one does it and the others wait.
 * Rejects, with nothing changed, when a table is in use for too long.
 */
export async function migrate(
	url: string,
	{ waitsForTableMs = WAITS_FOR_TABLE_MS } = {}
): Promise<void> {
	// One connection: the lock belongs to the session that took it.
	const sql = postgres(url, { max: 1, max_lifetime: null, onnotice: () => {} });
	try {
		await sql`select pg_advisory_lock(${LOCK})`;
		await sql.unsafe(`set lock_timeout = ${waitsForTableMs}`);
		await sql.unsafe(`set statement_timeout = ${STATEMENT_WITHIN_MS}`);
		await runMigrations(drizzle(sql), { migrationsFolder: FOLDER });
	} finally {
		// The end of the session unlocks.
		await sql.end({ timeout: 5 });
	}
}
