import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number will do, as long as nothing else locks on it. */
const LOCK = 1_835_623_282;

/** Brings the tables up to this version; of several that start at once, one does it and the others wait. */
export async function migrate(url: string): Promise<void> {
	// One connection: the lock belongs to the session that took it.
	const sql = postgres(url, { max: 1, max_lifetime: null, onnotice: () => {} });
	try {
		await sql`select pg_advisory_lock(${LOCK})`;
		await runMigrations(drizzle(sql), { migrationsFolder: FOLDER });
	} finally {
		// The end of the session unlocks.
		await sql.end({ timeout: 5 });
	}
}
