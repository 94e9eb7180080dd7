import { setTimeout as wait } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';

/** PostgreSQL as queries use it: the pool, or a transaction on one of its connections. */
export type Database = ReturnType<typeof openPool>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
export type Queryable = Database | Transaction;

export type Connection = { db: Database; close(): Promise<void> };

/** For a connection, and for one of the pool to come free. */
const WAITS_MS = 30_000;
/** How long `close` waits for running queries. */
const CLOSE_WITHIN_MS = 5_000;

/** Opens a pool; `close` waits five seconds for running queries. */
export function openDatabase(url: string, { max = 12 } = {}): Connection {
	const db = openPool(url, max);
	const busy = new Set<pg.PoolClient>();
	db.$client.on('acquire', (client) => busy.add(client));
	db.$client.on('release', (_error, client) => busy.delete(client));
	return {
		db,
		async close() {
			const late = new AbortController();
			const cut = wait(CLOSE_WITHIN_MS, undefined, late).then(
				() => void busy.forEach((client) => void client.end()),
				() => {}
			);
			await Promise.race([db.$client.end(), cut]);
			late.abort();
		}
	};
}

function openPool(url: string, max: number) {
	const pool = new pg.Pool({
		connectionString: url,
		max,
		connectionTimeoutMillis: WAITS_MS,
		idleTimeoutMillis: WAITS_MS,
		keepAlive: true
	});
	// Without a listener, a connection that breaks while nobody waits for an answer ends the process: an
	// idle one, or one in a transaction between two statements. Who asks next is told.
	pool.on('error', () => {});
	pool.on('connect', (client) => void client.on('error', () => {}));
	const db = drizzle(pool);
	// Drizzle's own never gives a connection back on which `begin` failed, and gives back one on which
	// `rollback` failed.
	db.transaction = async (body, config) => {
		const client = await pool.connect();
		try {
			return await drizzle(client).transaction(body, config);
		} finally {
			client.release(client.getTransactionStatus() !== 'I');
		}
	};
	return db;
}
