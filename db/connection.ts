import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** PostgreSQL as queries use it: the pool, or a transaction on one of its connections. */
export type Database = ReturnType<typeof drizzle>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
export type Queryable = Database | Transaction;

export type Connection = { db: Database; sql: postgres.Sql; close(): Promise<void> };

/** Opens a pool; `close` waits five seconds for running queries. */
export function openDatabase(url: string, { max = 12 } = {}): Connection {
	const sql = postgres(url, { max, onnotice: () => {} });
	return { db: drizzle(sql), sql, close: () => sql.end({ timeout: 5 }) };
}
