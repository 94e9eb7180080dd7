import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openRedis, type RedisServer } from '#tests/nodes/redis.ts';
import type { Bus, Ring } from './bus.ts';
import type { Presence } from './presence.ts';
import { openRedisBus } from './redis-bus.ts';
import { openSharedPresence } from './shared-presence.ts';

const LIN = { person: 'lin', name: 'Lin', writing: false };
const BO = { person: 'bo', name: 'Bo', writing: false };

let redis: RedisServer;
let open: { bus: Bus; presence: Presence }[] = [];

beforeAll(async () => {
	redis = await openRedis();
});
afterAll(() => redis.kill());
afterEach(async () => {
	for (const { presence, bus } of open) {
		presence.close();
		await bus.close();
	}
	open = [];
});

async function openNode() {
	const report = () => {};
	const bus = await openRedisBus(redis.url, { name: 'test', report, beatEveryMs: 200 });
	const rings: Ring[] = [];
	bus.listen((ring) => rings.push(ring));
	const presence = openSharedPresence(bus, 200);
	open.push({ bus, presence });
	return { bus, presence, rings };
}

test('[M6] who is at work on one node is known on all, each person once, and who comes later asks', async () => {
	const [one, other] = [await openNode(), await openNode()];
	one.presence.set('p', [LIN, BO]);
	await expect.poll(() => other.presence.in('p')).toEqual([LIN, BO]);
	expect(other.rings).toContainEqual({ kind: 'presence', part: 'p' });
	other.presence.set('p', [{ ...LIN, writing: true }]);
	const both = [{ ...LIN, writing: true }, BO];
	await expect.poll(() => one.presence.in('p')).toEqual(both);
	const late = await openNode();
	await expect.poll(() => late.presence.in('p')).toHaveLength(2);
	expect(late.presence.in('p')).toEqual(expect.arrayContaining(both));
	one.presence.set('p', []);
	await expect.poll(() => late.presence.in('p')).toEqual([{ ...LIN, writing: true }]);
});

test('[M6] a node that leaves takes its people along', async () => {
	const [one, other] = [await openNode(), await openNode()];
	one.presence.set('p', [LIN]);
	await expect.poll(() => other.presence.in('p')).toEqual([LIN]);
	one.presence.close();
	await expect.poll(() => other.presence.in('p')).toEqual([]);
});

test('[M6] of a node that falls silent the people are gone after it was silent three times', async () => {
	const [one, other] = [await openNode(), await openNode()];
	one.presence.set('p', [LIN]);
	await expect.poll(() => other.presence.in('p')).toEqual([LIN]);
	// It dies without a word.
	await one.bus.close();
	other.rings.length = 0;
	await expect.poll(() => other.presence.in('p')).toEqual([]);
	expect(other.rings).toEqual([{ kind: 'presence', part: 'p' }]);
});
