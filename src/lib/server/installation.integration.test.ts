import { afterAll, beforeAll, expect, test } from 'vitest';
import { identify } from '#db/queries/installation.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { openRedis } from '#tests/nodes/redis.ts';
import { isReady } from './installation.ts';
import { openRedisBus } from './redis-bus.ts';

let house: TestHouse;
beforeAll(async () => {
	house = await openTestHouse();
});
afterAll(() => house.close());

test('[M9] a process that is about to stop is not ready, and neither is one without its database', async () => {
	const leaving = new AbortController();
	const context = { ...house.context, leaving: leaving.signal };
	expect(await isReady(context, false)).toBe(true);
	leaving.abort();
	expect(await isReady(context, true)).toBe(false);
	const other = await openTestHouse();
	await other.close();
	expect(await isReady(other.context, false)).toBe(false);
});

test('a node that reaches no others is ready only for who asks for no others', async () => {
	const redis = await openRedis();
	const bus = await openRedisBus(redis.url, { name: 'test', report: () => {} });
	const context = { ...house.context, bus };
	expect(await isReady(context, false)).toBe(true);
	await redis.kill();
	await expect.poll(() => isReady(context, false)).toBe(false);
	expect(await isReady(context, true)).toBe(true);
	await bus.close();
});

test('every database has a name of its own, the same each time', async () => {
	const other = await openTestHouse();
	const name = await identify(house.db);
	expect(await identify(house.db)).toBe(name);
	expect(await identify(other.db)).not.toBe(name);
	await other.close();
});
