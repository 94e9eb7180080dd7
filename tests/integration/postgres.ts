import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/connection.ts';
import { openEmbeddedPostgres } from '#db/embedded/server.ts';
import { migrate } from '#db/migrate.ts';

/** The migrated database that everybody gets a copy of. */
const TEMPLATE = 'template_house';

/** Where a run of tests leaves the address of its PostgreSQL: processes that it starts inherit it. */
const ADDRESS = 'TESTS_POSTGRES';

/** Before a run of tests: one throw-away PostgreSQL for all of it, with the template in it. */
export default async function startPostgres(): Promise<() => Promise<void>> {
	const server = await openServer();
	process.env[ADDRESS] = server.url;
	return server.close;
}

export type OwnDatabase = { url: string; close(): Promise<void> };

/** A database of its own, empty but migrated, in the PostgreSQL of this run; outside of a run that comes along. */
export async function openOwnDatabase(): Promise<OwnDatabase> {
	const shared = process.env[ADDRESS];
	const server = shared ? { url: shared, close: async () => {} } : await openServer();
	const name = `house_${randomBytes(6).toString('hex')}`;
	await tell(server.url, `create database ${name} template ${TEMPLATE}`);
	return {
		url: named(server.url, name),
		async close() {
			await tell(server.url, `drop database ${name} with (force)`);
			await server.close();
		}
	};
}

/** The same server, another database. */
export function named(url: string, database: string): string {
	const address = new URL(url);
	address.pathname = `/${database}`;
	return address.href;
}

async function openServer(): Promise<OwnDatabase> {
	const dataDir = await mkdtemp(join(tmpdir(), 'wisselwerking-tests-'));
	const postgres = await openEmbeddedPostgres({ dataDir, durable: false });
	await tell(postgres.url, `create database ${TEMPLATE}`);
	await migrate(named(postgres.url, TEMPLATE));
	return {
		url: postgres.url,
		async close() {
			await postgres.stop();
			await rm(dataDir, { recursive: true, force: true });
		}
	};
}

async function tell(url: string, statement: string): Promise<void> {
	const server = openDatabase(url, { max: 1 });
	try {
		await server.db.$client.query(statement);
	} finally {
		await server.close();
	}
}
