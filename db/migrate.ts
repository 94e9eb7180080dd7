import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

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
	const client = new pg.Client(url);
	// What breaks is told to who waits for an answer.
	client.on('error', () => {});
	await client.connect();
	try {
		await client.query(`select pg_advisory_lock(${LOCK})`);
		await client.query(`set lock_timeout = ${waitsForTableMs}`);
		await client.query(`set statement_timeout = ${STATEMENT_WITHIN_MS}`);
		await runMigrations(drizzle(client), { migrationsFolder: FOLDER });
	} finally {
		// The end of the session unlocks.
		await client.end();
	}
}
