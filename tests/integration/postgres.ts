import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/connection.ts';
import { openEmbeddedPostgres } from '#db/embedded/server.ts';
import { migrate } from '#db/migrate.ts';

/** The migrated database that every test file gets a copy of. */
export const TEMPLATE = 'template_house';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the throw-away PostgreSQL of this run. */
		postgres: string;
	}
}

/** Starts one throw-away PostgreSQL for the whole run and makes the template in it. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
	const dataDir = await mkdtemp(join(tmpdir(), 'wisselwerking-tests-'));
	const postgres = await openEmbeddedPostgres({ dataDir, durable: false });
	await makeTemplate(postgres.url);
	project.provide('postgres', postgres.url);
	return async () => {
		await postgres.stop();
		await rm(dataDir, { recursive: true, force: true });
	};
}

async function makeTemplate(url: string): Promise<void> {
	const server = openDatabase(url, { max: 1 });
	await server.sql.unsafe(`create database ${TEMPLATE}`);
	await server.close();
	await migrate(named(url, TEMPLATE));
}

/** The same server, another database. */
export function named(url: string, database: string): string {
	const address = new URL(url);
	address.pathname = `/${database}`;
	return address.href;
}
