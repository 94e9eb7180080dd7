import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { holdHouse, isHouseEmpty } from './lock.ts';

let house: TestHouse;
beforeAll(async () => {
	house = await openTestHouse();
});
afterAll(() => house.close());

const never = () => expect.unreachable();

test('a second process on one database is told so, until the first lets go', async () => {
	const letGo = await holdHouse(house.url, 'alone', never);
	await expect(holdHouse(house.url, 'alone', never)).rejects.toThrow(
		'Another Wisselwerking is running'
	);
	await letGo();
	const again = await holdHouse(house.url, 'alone', never);
	await again();
});

test('nodes that hear each other share a database, and shut out a process that does not', async () => {
	const [one, other] = await Promise.all([
		holdHouse(house.url, 'together', never),
		holdHouse(house.url, 'together', never)
	]);
	await expect(holdHouse(house.url, 'alone', never)).rejects.toThrow('give each of them REDIS_URL');
	expect(await isHouseEmpty(house.url)).toBe(false);
	await one();
	expect(await isHouseEmpty(house.url)).toBe(false);
	await other();
	expect(await isHouseEmpty(house.url)).toBe(true);
	const alone = await holdHouse(house.url, 'alone', never);
	await expect(holdHouse(house.url, 'together', never)).rejects.toThrow(
		'A Wisselwerking without REDIS_URL is running'
	);
	await alone();
});

test('a broken connection gets the house back by itself', async () => {
	const letGo = await holdHouse(house.url, 'alone', never);
	await breakConnection();
	await expect.poll(() => holders(), { timeout: 10_000 }).toBe(1);
	await letGo();
});

test('a broken connection that another process was quicker to replace is reported', async () => {
	const lost = Promise.withResolvers<void>();
	const letGo = await holdHouse(house.url, 'alone', () => lost.resolve());
	const other = postgres(house.url, { max: 1 });
	const [lock] = await other`select (classid::bigint << 32) + objid::bigint as key
		from pg_locks where locktype = 'advisory'`;
	const waiting = other`select pg_advisory_lock(${lock?.key})`.execute();
	await expect.poll(() => waiters()).toBe(1);
	await breakConnection();
	await waiting;
	await lost.promise;
	await letGo();
	await other.end();
});

test('a database that is not there is named without its password', async () => {
	const url = 'postgres://somebody:secret@127.0.0.1:9/nothing';
	const refusal = await holdHouse(url, 'alone', never).catch(String);
	expect(refusal).toContain("127.0.0.1:9/nothing can't be used");
	expect(refusal).not.toContain('secret');
});

const holders = () => count(true);
const waiters = () => count(false);

async function count(granted: boolean): Promise<number> {
	const [row] = await house.sql`select count(*)::int as n from pg_locks
		where locktype = 'advisory' and granted = ${granted}
		and database = (select oid from pg_database where datname = current_database())`;
	return row?.n;
}

async function breakConnection(): Promise<void> {
	await house.sql`select pg_terminate_backend(pid) from pg_locks
		where locktype = 'advisory' and granted
		and database = (select oid from pg_database where datname = current_database())`;
}
