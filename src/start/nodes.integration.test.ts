import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRedis, type RedisServer } from '#tests/nodes/redis.ts';

const ENTRY = resolve('tests/nodes/house-process.ts');

let redis: RedisServer;
let dataDir: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
	redis = await openRedis();
	dataDir = await mkdtemp(join(tmpdir(), 'wisselwerking-two-'));
});

afterAll(async () => {
	for (const child of started) await stop(child);
	await redis.kill();
	await rm(dataDir, { recursive: true, force: true });
});

/** Starts a process on the one folder; gives it, and the first thing that it says. */
async function start(redisUrl?: string): Promise<{ child: ChildProcess; said: unknown }> {
	const { DATABASE_URL: _, PUBLIC_URL: __, SMTP_URL: ___, ...rest } = process.env;
	const env = { ...rest, DATA_DIR: dataDir, REDIS_URL: redisUrl ?? '' };
	const child = fork(ENTRY, { env, execArgv: [], stdio: 'inherit' });
	started.push(child);
	const [said] = await once(child, 'message');
	return { child, said };
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode) return;
	const exit = once(child, 'exit');
	child.kill('SIGTERM');
	await exit;
}

async function ask(child: ChildProcess): Promise<unknown> {
	const answer = once(child, 'message');
	child.send('ping');
	return (await answer)[0];
}

const isPostgresThere = () => existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'));

test(
	'two processes with Redis share one folder and its PostgreSQL, and the last one stops that',
	{ timeout: 120_000 },
	async () => {
		const one = await start(redis.url);
		expect(one.said).toBe('open');
		const other = await start(redis.url);
		expect(other.said).toBe('open');
		expect((await start()).said).toContain('Without REDIS_URL there is one process at a time');
		await stop(one.child);
		expect(await ask(other.child)).toBe('pong');
		const third = await start(redis.url);
		expect(third.said).toBe('open');
		await stop(other.child);
		expect(await ask(third.child)).toBe('pong');
		expect(isPostgresThere()).toBe(true);
		await stop(third.child);
		expect(isPostgresThere()).toBe(false);
	}
);

test(
	'a Redis that is not there is named without its password, and nothing stays behind',
	{ timeout: 120_000 },
	async () => {
		const { said } = await start('redis://:secret@127.0.0.1:9');
		expect(said).toMatch(/^The Redis at 127\.0\.0\.1:9 can't be used: .*ECONNREFUSED/);
		expect(said).not.toContain('secret');
		await expect.poll(isPostgresThere).toBe(false);
	}
);
