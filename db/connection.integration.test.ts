import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnDatabase, type OwnDatabase } from '#tests/integration/postgres.ts';
import { openDatabase, type Connection } from './connection.ts';

const CUTS = 100;
const POOL = 3;

let own: OwnDatabase;
let wire: Wire;
let connection: Connection;

beforeAll(async () => {
	own = await openOwnDatabase();
	wire = await openWire(own.url);
	connection = openDatabase(wire.url, { max: POOL });
	await connection.db.execute(sql`create table written (cut int, nth int)`);
});
afterAll(async () => {
	await connection.close();
	await wire.close();
	await own.close();
});

test('connections that break at any moment leave nobody waiting, and no half transaction', async () => {
	const { db } = connection;
	for (let cut = 0; cut < CUTS; cut++) {
		const both = (nth: number) =>
			db.transaction(async (tx) => {
				await tx.execute(sql`insert into written values (${cut}, ${nth})`);
				await turns(cut % 5);
				await tx.execute(sql`insert into written values (${cut}, ${nth})`);
			});
		// Some have an answer on its way, some are between two statements, some wait for a connection.
		const asked = [both(0), both(1), db.execute(sql`select 1`), both(2), both(3)];
		const settled = Promise.allSettled(asked);
		await turns(cut % 17);
		wire.cut(cut % 2 === 0 ? 'end' : 'reset');
		await settled;
		await db.execute(sql`select 1`).catch(() => db.execute(sql`select 1`));
	}
	const { rows } = await db.execute(
		sql`select cut, nth from written group by cut, nth having count(*) <> 2`
	);
	expect(rows).toEqual([]);
	// Each place of the pool can still be used, at the same time.
	const together = Array.from({ length: POOL }, () =>
		db.transaction((tx) => tx.execute(sql`select pg_sleep(0.01)`))
	);
	await Promise.all(together);
	expect(db.$client.waitingCount).toBe(0);
	expect(db.$client.idleCount).toBe(db.$client.totalCount);
});

test('what fails in a transaction is told, and its connection goes on', async () => {
	const { db } = connection;
	for (let nth = 0; nth < 2 * POOL; nth++) {
		const failed = db.transaction(async (tx) => {
			await tx.execute(sql`insert into written values (-1, 0)`);
			await tx.execute(sql`insert into written values ('no number', 0)`);
		});
		await expect(failed).rejects.toMatchObject({ cause: { code: '22P02' } });
	}
	const { rows } = await db.execute(sql`select * from written where cut = -1`);
	expect(rows).toEqual([]);
});

test('closing waits for what runs, and not for ever', async () => {
	const { db, close } = openDatabase(own.url, { max: 1 });
	const running = db.transaction((tx) => tx.execute(sql`select pg_sleep(0.2)`));
	const hung = openDatabase(own.url, { max: 1 });
	const never = hung.db.transaction(async (tx) => {
		await tx.execute(sql`select 1`);
		await new Promise(() => {});
	});
	never.catch(() => {});
	await Promise.all([close(), hung.close()]);
	await running;
});

async function turns(count: number): Promise<void> {
	for (let nth = 0; nth < count; nth++) await new Promise((done) => setImmediate(done));
}

type Wire = { url: string; cut(how: 'end' | 'reset'): void; close(): Promise<void> };

/** A way to PostgreSQL that can be cut. */
async function openWire(url: string): Promise<Wire> {
	const to = new URL(url);
	const open = new Set<Socket>();
	const server = createServer((socket) => {
		const onward = connect(Number(to.port), to.hostname);
		for (const [one, other] of [
			[socket, onward],
			[onward, socket]
		] as const) {
			one.pipe(other);
			one.on('error', () => other.destroy());
			one.on('close', () => other.destroy());
		}
		open.add(socket);
		socket.on('close', () => open.delete(socket));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (!address || typeof address === 'string') throw new Error('no port');
	const from = new URL(url);
	from.port = String(address.port);
	return {
		url: from.href,
		cut(how) {
			for (const socket of open) {
				if (how === 'reset') socket.resetAndDestroy();
				else socket.destroy();
			}
		},
		async close() {
			server.close();
			await once(server, 'close');
		}
	};
}
