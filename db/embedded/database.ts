import pg from 'pg';
import { NAME } from './cluster.ts';

/** The address of a database in the server on this port. */
export function addressOf(port: number, password: string, database = NAME): string {
	return `postgres://${NAME}:${password}@127.0.0.1:${port}/${database}`;
}

const INVALID_CATALOG_NAME = '3D000';
const DUPLICATE_DATABASE = '42P04';

/** Makes the product's database in a new cluster; says whether the server answers. */
export async function ensureDatabase(port: number, password: string): Promise<boolean> {
	try {
		await ask(addressOf(port, password), 'select 1');
		return true;
	} catch (error) {
		if (codeOf(error) !== INVALID_CATALOG_NAME) return false;
	}
	try {
		await ask(addressOf(port, password, 'postgres'), `create database ${NAME}`);
		return true;
	} catch (error) {
		return codeOf(error) === DUPLICATE_DATABASE;
	}
}

async function ask(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
	// What breaks is told to who waits for an answer.
	client.on('error', () => {});
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}
