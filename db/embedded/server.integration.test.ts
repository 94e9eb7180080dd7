import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	cpSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { isAlive, until } from './process.ts';
import { openEmbeddedPostgres, type EmbeddedPostgres } from './server.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'wisselwerking-postgres-'));

let dataDir: string;
let opened: EmbeddedPostgres[];
/** A folder with a database that nobody runs: it takes seconds to make one, and a moment to copy it. */
let mould: string;

beforeAll(async () => {
	mould = newFolder();
	const server = await openEmbeddedPostgres({ dataDir: mould });
	await server.stop();
});

afterAll(() => rmSync(mould, { recursive: true, force: true }));

beforeEach(() => {
	dataDir = newFolder();
	cpSync(mould, dataDir, { recursive: true });
	opened = [];
});

afterEach(async () => {
	for (const server of opened.reverse()) await server.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

async function open(options: { durable?: boolean } = {}): Promise<EmbeddedPostgres> {
	const server = await openEmbeddedPostgres({ dataDir, ...options });
	opened.push(server);
	return server;
}

async function ask(url: string, statement: string): Promise<postgres.Row[]> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		return await sql.unsafe(statement);
	} finally {
		await sql.end();
	}
}

/** A process of its own that opens PostgreSQL on the folder, says its pid, and then does `then`. */
async function elsewhere(then: string) {
	const script = `
		import { openEmbeddedPostgres } from '#db/embedded/server.ts';
		const server = await openEmbeddedPostgres(${JSON.stringify({ dataDir })});
		process.stdout.write(JSON.stringify({ pid: server.pid, reused: server.reused }));
		${then}`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [line] = await once(child.stdout, 'data');
	const { pid, reused }: { pid: number; reused: boolean } = JSON.parse(String(line));
	return { child, pid, reused, ended: once(child, 'exit') };
}

/** As at the very first start. */
function forgetDatabase(): void {
	rmSync(join(dataDir, 'postgres'), { recursive: true });
}

const FOREVER = 'setInterval(() => {}, 1000)';
const isGone = (pid: number) => until(() => (isAlive(pid) ? undefined : true), 10_000);

test('a new folder gets a database that sorts alike everywhere and checks its pages', async () => {
	forgetDatabase();
	const { url, reused } = await open();
	expect(reused).toBe(false);
	const [row] = await ask(
		url,
		`select current_database() as name, current_setting('data_checksums') as checksums,
			current_setting('fsync') as fsync, (select datlocprovider::text || ' ' || datlocale
			from pg_database where datname = current_database()) as locale`
	);
	expect(row).toEqual({
		name: 'wisselwerking',
		checksums: 'on',
		fsync: 'on',
		locale: 'b C.UTF-8'
	});
});

test('only this machine reaches it, and only with the password, which only its owner reads', async () => {
	const { url } = await open();
	const [row] = await ask(url, `select current_setting('listen_addresses') as addresses`);
	expect(row?.addresses).toBe('127.0.0.1');
	const guess = new URL(url);
	guess.password = 'guess';
	await expect(ask(guess.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
	expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
});

test('rows survive a stop and a start, also when another user runs it the next time', async () => {
	const first = await open();
	await ask(first.url, 'create table kept as select 1 as one');
	await first.stop();
	expect(isAlive(first.pid)).toBe(false);
	// mkdtemp makes 0700: as root that takes a user namespace, and an open folder another user.
	chmodSync(dataDir, 0o755);
	const second = await open();
	expect(await ask(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
	await second.stop();
	chmodSync(dataDir, 0o700);
	const third = await open();
	expect(await ask(third.url, 'select one from kept')).toEqual([{ one: 1 }]);
});

test('what was committed survives kill -9 of PostgreSQL', async () => {
	const { url, pid } = await open();
	await ask(url, 'create table kept as select generate_series(1, 1000) as n');
	process.kill(pid, 'SIGKILL');
	await isGone(pid);
	const again = await open();
	expect(again.reused).toBe(false);
	expect(await ask(again.url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 1000 }]);
});

test('a pid file that names somebody else’s live process does not keep it from starting', async () => {
	const { pid } = await open();
	process.kill(pid, 'SIGKILL');
	await isGone(pid);
	const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
	writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.ppid)));
	const again = await open();
	expect(again.reused).toBe(false);
	expect(isAlive(process.ppid)).toBe(true);
});

test('a server that runs already is used, and left to whoever started it', async () => {
	const owner = await elsewhere(FOREVER);
	const guest = await open();
	expect(guest).toMatchObject({ pid: owner.pid, reused: true });
	await guest.stop();
	expect(isAlive(owner.pid)).toBe(true);
	owner.child.kill('SIGTERM');
	await isGone(owner.pid);
});

test('a server whose starter was killed is used, and then stopped by the finder', async () => {
	const owner = await elsewhere(FOREVER);
	owner.child.kill('SIGKILL');
	await owner.ended;
	const heir = await open();
	expect(heir).toMatchObject({ pid: owner.pid, reused: true });
	await heir.stop();
	expect(isAlive(owner.pid)).toBe(false);
});

test('two that start at once share one server', async () => {
	forgetDatabase();
	const [here, there] = await Promise.all([open(), elsewhere(FOREVER)]);
	expect(here.pid).toBe(there.pid);
	expect([here.reused, there.reused].sort()).toEqual([false, true]);
	there.child.kill('SIGKILL');
	await there.ended;
});

test.each([
	['a signal', FOREVER, 'SIGTERM'],
	['Ctrl-C', FOREVER, 'SIGINT'],
	['process.exit', 'setTimeout(() => process.exit(3))', undefined],
	['its last line', '', undefined]
] as const)('a process that ends by %s takes PostgreSQL along', async (_, then, signal) => {
	const owner = await elsewhere(then);
	if (signal) owner.child.kill(signal);
	await owner.ended;
	expect(await isGone(owner.pid)).toBe(true);
});

test('a throw-away server does not wait for the disk', async () => {
	const { url } = await open({ durable: false });
	const [row] = await ask(url, `select current_setting('fsync') as fsync`);
	expect(row?.fsync).toBe('off');
});
