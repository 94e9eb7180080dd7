import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/connection.ts';
import { findTexts } from '#db/queries/documents.ts';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '#db/embedded/server.ts';
import { migrate } from '#db/migrate.ts';
import { inlineText } from '#domain/content/text.ts';
import { SESSION_COOKIE, startSession } from '#server/session.ts';
import { addDocument, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { storedText } from '#tests/live/door.ts';
import { freePort } from '#db/embedded/port.ts';
import type { Sabotage } from './sloppy-logs.ts';

const ENTRY = join(import.meta.dirname, 'live-door-process.ts');

/** A real PostgreSQL and a live door, both as processes that can be killed at any moment. */
export type DurabilityStage = {
	address: string;
	/** Fresh parts. Only while PostgreSQL runs. */
	addParts(count: number): Promise<string[]>;
	/** The header of somebody who may write in all parts. */
	headers: Record<string, string>;
	killServer(): Promise<void>;
	killPostgres(): Promise<void>;
	/** Ends the connections that the server has open, in the middle of what they do. */
	cutConnections(): Promise<void>;
	/** Starts what does not run. */
	mend(): Promise<void>;
	/** What PostgreSQL has of a part. Only while it runs. */
	read(part: string): Promise<string>;
	/** What pages and search have of it, one line per paragraph. */
	readOut(part: string): Promise<string>;
	close(): Promise<void>;
};

export async function openDurabilityStage(sabotage?: Sabotage): Promise<DurabilityStage> {
	const dataDir = await mkdtemp(join(tmpdir(), 'wisselwerking-durability-'));
	// Durable: this is about what survives.
	let postgres: EmbeddedPostgres | undefined = await openEmbeddedPostgres({ dataDir });
	await migrate(postgres.url);
	const { werkplaatsId, createdBy, headers } = await plant(postgres.url);
	const port = await freePort();
	let server: ChildProcess | undefined;

	const stage: DurabilityStage = {
		address: `ws://127.0.0.1:${port}/collab`,
		headers,
		addParts: (count) =>
			ask(postgres!.url, async ({ db }) => {
				const parts: string[] = [];
				while (parts.length < count) {
					parts.push((await addDocument(db, { werkplaatsId, createdBy })).part);
				}
				return parts;
			}),
		async killServer() {
			if (!server) return;
			const exit = once(server, 'exit');
			server.kill('SIGKILL');
			await exit;
			server = undefined;
		},
		async killPostgres() {
			if (postgres) process.kill(postgres.pid, 'SIGKILL');
			postgres = undefined;
		},
		async cutConnections() {
			await ask(postgres!.url, ({ db }) =>
				db.$client.query(`select pg_terminate_backend(pid) from pg_stat_activity
					where pid <> pg_backend_pid() and backend_type = 'client backend'`)
			);
		},
		async mend() {
			postgres ??= await openEmbeddedPostgres({ dataDir });
			if (server) return;
			const args = [ENTRY, postgres.url, String(port), ...(sabotage ? [sabotage] : [])];
			server = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
			await once(server, 'message');
		},
		async read(part) {
			postgres ??= await openEmbeddedPostgres({ dataDir });
			return ask(postgres.url, (context) => storedText(context, part));
		},
		async readOut(part) {
			const rows = await ask(postgres!.url, ({ db }) => findTexts(db, [part]));
			return (rows[0]?.content.content ?? []).map(inlineText).join('\n');
		},
		async close() {
			await stage.killServer();
			await postgres?.stop();
			await rm(dataDir, { recursive: true, force: true });
		}
	};
	await stage.mend();
	return stage;
}

async function plant(url: string) {
	return ask(url, async ({ db }) => {
		const werkplaatsId = await addWerkplaats(db);
		const { id } = await addMember(db, werkplaatsId, 'lector');
		const session = await startSession(db, id, new Date());
		return {
			werkplaatsId,
			createdBy: id,
			headers: { cookie: `${SESSION_COOKIE(false)}=${session.value}` }
		};
	});
}

async function ask<T>(
	url: string,
	question: (connection: ReturnType<typeof openDatabase>) => Promise<T>
): Promise<T> {
	const connection = openDatabase(url, { max: 1 });
	try {
		return await question(connection);
	} finally {
		await connection.close();
	}
}
