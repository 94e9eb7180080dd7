import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedPostgres, type EmbeddedPostgres } from './embedded/server.ts';
import { migrate } from './migrate.ts';

let dataDir: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'wisselwerking-migrate-'));
	server = await openEmbeddedPostgres({ dataDir, durable: false });
});

afterAll(async () => {
	await server.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

test('nodes that start at once migrate an empty database exactly once', async () => {
	await Promise.all([migrate(server.url), migrate(server.url), migrate(server.url)]);
	const sql = postgres(server.url, { max: 1 });
	const names = await sql`select hash from drizzle.__drizzle_migrations`;
	await sql.end();
	expect(names.length).toBeGreaterThan(0);
	expect(new Set(names.map(({ hash }) => hash)).size).toBe(names.length);
});

test('a table that is in use for long ends the migration, not the service', async () => {
	await migrate(server.url);
	const sql = postgres(server.url, { max: 1 });
	await sql.begin(async (tx) => {
		await tx`lock table drizzle.__drizzle_migrations in access exclusive mode`;
		await expect(migrate(server.url, { waitsForTableMs: 100 })).rejects.toMatchObject({
			cause: { code: '55P03' }
		});
	});
	await sql.end();
	await migrate(server.url);
});
