import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openDatabase } from '#db/connection.ts';
import { SESSION_COOKIE, startSession } from '#server/session.ts';
import { addDocument, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openOwnDatabase } from '#tests/integration/postgres.ts';
import { storedText } from '#tests/live/door.ts';
import { openCuttable, type Cuttable } from './cuttable.ts';
import type { Sabotage } from './deaf-buses.ts';
import { freePort } from '#db/embedded/port.ts';
import { openRedis, type RedisServer } from './redis.ts';

const ENTRY = join(import.meta.dirname, 'node-process.ts');

export type Node = {
	address: string;
	/** What lies between it and Redis. */
	line: Cuttable;
	kill(): Promise<void>;
	/** As a rolling restart does; resolves when it is gone. */
	stop(): Promise<void>;
	start(): Promise<void>;
};

/** Two nodes as processes of their own, each with a line to one Redis, on one PostgreSQL. */
export type NodesStage = {
	database: ReturnType<typeof openDatabase>;
	redis: RedisServer;
	nodes: readonly [Node, Node];
	werkplaatsId: string;
	/** Somebody who may write in all parts of the werkplaats. */
	author: string;
	/** Two parts, and the header of somebody who may write in both. */
	parts: readonly string[];
	headers: Record<string, string>;
	/** The header of this person. */
	headersOf(person: string): Promise<Record<string, string>>;
	/** What PostgreSQL has of a part. */
	read(part: string): Promise<string>;
	close(): Promise<void>;
};

export async function openNodesStage(sabotage?: Sabotage): Promise<NodesStage> {
	await using opening = new AsyncDisposableStack();
	// What PostgreSQL itself survives is what the durability rounds are about.
	const own = await openOwnDatabase();
	opening.defer(() => own.close());
	const database = openDatabase(own.url, { max: 8 });
	opening.defer(() => database.close());
	const redis = await openRedis();
	opening.defer(() => redis.kill());
	const openOne = async () => {
		const node = await openNode(own.url, redis.port, sabotage);
		opening.defer(async () => {
			await node.kill();
			await node.line.close();
		});
		return node;
	};
	const nodes = await Promise.all([openOne(), openOne()]);

	const { db } = database;
	const werkplaatsId = await addWerkplaats(db);
	const { id } = await addMember(db, werkplaatsId, 'lector', { name: 'Lin' });
	const study = { werkplaatsId, createdBy: id };
	const parts = [(await addDocument(db, study)).part, (await addDocument(db, study)).part];
	const headersOf = async (person: string) => {
		const session = await startSession(db, person, new Date());
		return { cookie: `${SESSION_COOKIE(false)}=${session.value}` };
	};
	const headers = await headersOf(id);
	const opened = opening.move();
	return {
		database,
		redis,
		nodes,
		werkplaatsId,
		author: id,
		parts,
		headers,
		headersOf,
		read: (part) => storedText(database, part),
		close: () => opened.disposeAsync()
	};
}

async function openNode(database: string, redis: number, sabotage?: Sabotage): Promise<Node> {
	const port = await freePort();
	const line = await openCuttable(redis);
	let child: ChildProcess | undefined;
	const end = async (signal: NodeJS.Signals) => {
		if (!child) return;
		const exit = once(child, 'exit');
		child.kill(signal);
		await exit;
		child = undefined;
	};
	const node: Node = {
		address: `ws://127.0.0.1:${port}/collab`,
		line,
		kill: () => end('SIGKILL'),
		stop: () => end('SIGTERM'),
		async start() {
			if (child) return;
			const own = [database, String(port), `redis://127.0.0.1:${line.port}`];
			const args = [ENTRY, ...own, ...(sabotage ? [sabotage] : [])];
			child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
			const failed = once(child, 'exit').then(() => Promise.reject(new Error('no node')));
			await Promise.race([once(child, 'message'), failed]);
			failed.catch(() => {});
		}
	};
	await node.start();
	return node;
}
