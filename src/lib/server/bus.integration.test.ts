import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Redis } from 'ioredis';
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	onTestFinished,
	test
} from 'vitest';
import { openCuttable, type Cuttable } from '#tests/nodes/cuttable.ts';
import { openRedis, type RedisServer } from '#tests/nodes/redis.ts';
import { openLocalBus, type Bus, type Heard, type Ring } from './bus.ts';
import { writeFrame } from './bus-frames.ts';
import { openRedisBus } from './redis-bus.ts';

const PART = '11111111-1111-4111-8111-111111111111';
const EVERYTHING: Ring = { kind: 'access', everything: true };
const RING: Ring = { kind: 'document', document: 'd', title: 'New' };

let redis: RedisServer;
let buses: Bus[] = [];
let lines: Cuttable[] = [];

beforeAll(async () => {
	redis = await openRedis();
});
afterAll(() => redis.kill());
afterEach(async () => {
	await Promise.all(buses.map((bus) => bus.close()));
	await Promise.all(lines.map((line) => line.close()));
	buses = [];
	lines = [];
});

/** A node on Redis, with what was reported; over a line of its own that can be cut. */
async function openNode(name = 'test') {
	const line = await openCuttable(redis.port);
	lines.push(line);
	const reports: string[] = [];
	const report = (what: string) => reports.push(what);
	const bus = await openRedisBus(`redis://127.0.0.1:${line.port}`, {
		name,
		report,
		beatEveryMs: 200
	});
	buses.push(bus);
	return { bus, line, reports };
}

/** Opens a line; gives what was heard on it, as words. */
function listenOn(bus: Bus, name = PART) {
	const heard: string[] = [];
	const line = bus.openLine(name, (one: Heard) => {
		heard.push(one.kind === 'missed' ? 'missed' : new TextDecoder().decode(one.message));
	});
	const say = (word: string) => line.say(new TextEncoder().encode(word));
	return { heard, say, close: () => line.close() };
}

function rung(bus: Bus): Ring[] {
	const rings: Ring[] = [];
	bus.listen((ring) => rings.push(ring));
	return rings;
}

const openings: [string, () => Promise<Bus>][] = [
	['the bus of a single process', async () => openLocalBus()],
	['a bus on Redis', async () => (await openNode()).bus]
];

describe.each(openings)('%s', (_, open) => {
	let bus: Bus;
	beforeEach(async () => {
		bus = await open();
	});

	test('calls its own listeners at once and in order, until they stop', () => {
		const heard: string[] = [];
		bus.listen(({ kind }) => heard.push(`one: ${kind}`));
		const stop = bus.listen(({ kind }) => heard.push(`other: ${kind}`));
		bus.ring(RING);
		stop();
		bus.ring({ kind: 'presence', part: PART });
		expect(heard).toEqual(['one: document', 'other: document', 'one: presence']);
	});

	test('gives nothing back to who said it, and can be left at any moment', async () => {
		const one = listenOn(bus);
		const other = listenOn(bus);
		one.say('to nobody');
		one.close();
		one.close();
		one.say('after the end');
		other.say('still there');
		other.close();
		expect([...one.heard, ...other.heard].filter((word) => word !== 'missed')).toEqual([]);
	});

	test('is reachable, and tells the time', () => {
		expect(bus.isReachable).toBe(true);
		expect(Math.abs(bus.now() - Date.now())).toBeLessThan(1000);
	});
});

test('[M1] a ring reaches every node once; that of presence stays where it is', async () => {
	const [one, other] = [await openNode(), await openNode()];
	const [here, there] = [rung(one.bus), rung(other.bus)];
	one.bus.ring({ kind: 'presence', part: PART });
	one.bus.ring(RING);
	one.bus.ring({ kind: 'access', people: ['p'] });
	await expect.poll(() => there).toEqual([RING, { kind: 'access', people: ['p'] }]);
	expect(here.map(({ kind }) => kind)).toEqual(['presence', 'document', 'access']);
});

test('[M2] who opens a line hears that it missed what came before, and then the others in order', async () => {
	const [one, other] = [await openNode(), await openNode()];
	const here = listenOn(one.bus);
	const there = listenOn(other.bus);
	await expect.poll(() => [here.heard, there.heard]).toEqual([['missed'], ['missed']]);
	const words = Array.from({ length: 200 }, (_, nth) => `word ${nth}`);
	for (const word of words) here.say(word);
	await expect.poll(() => there.heard).toEqual(['missed', ...words]);
	expect(here.heard).toEqual(['missed']);
});

test('a line that is closed and opened again is heard at once', async () => {
	const [one, other] = [await openNode(), await openNode()];
	const there = listenOn(other.bus);
	const before = listenOn(one.bus);
	await expect.poll(() => before.heard.length).toBe(1);
	for (let nth = 0; nth < 5; nth++) before.say('before');
	before.close();
	const after = listenOn(one.bus);
	after.say('after');
	await expect.poll(() => there.heard.at(-1)).toBe('after');
	expect(there.heard).toEqual(['missed', ...Array(5).fill('before'), 'after']);
});

test('installations that share a Redis do not hear each other', async () => {
	const [one, other] = [await openNode('one'), await openNode('other')];
	const there = listenOn(other.bus);
	const heard = rung(other.bus);
	await expect.poll(() => there.heard).toEqual(['missed']);
	listenOn(one.bus).say('a word');
	one.bus.ring(RING);
	const witness = await openNode('one');
	const seen = rung(witness.bus);
	one.bus.ring(RING);
	await expect.poll(() => seen).toEqual([RING]);
	expect(there.heard).toEqual(['missed']);
	expect(heard).toEqual([]);
});

test('[M3] what a node could not say the others hear that they missed, rings of access too', async () => {
	const [one, other] = [await openNode(), await openNode()];
	const here = listenOn(one.bus);
	const there = listenOn(other.bus);
	const rings = rung(other.bus);
	await expect.poll(() => [here.heard.length, there.heard.length]).toEqual([1, 1]);
	one.line.reset();
	// Its connection is broken and it may not know yet.
	here.say('lost');
	one.bus.ring({ kind: 'access', people: ['p'] });
	await expect.poll(() => there.heard).toContain('missed');
	await expect.poll(() => there.heard.slice(1)).toContain('missed');
	await expect.poll(() => rings).toContainEqual(EVERYTHING);
	await expect.poll(() => here.heard.slice(1)).toContain('missed');
	await expect.poll(() => one.bus.isReachable).toBe(true);
	here.say('again');
	await expect.poll(() => there.heard.at(-1)).toBe('again');
});

test('[M3] a message of more than fits on the way is missed, and holds up nothing', async () => {
	const [one, other] = [await openNode(), await openNode()];
	const here = listenOn(one.bus);
	const there = listenOn(other.bus);
	await expect.poll(() => [here.heard.length, there.heard.length]).toEqual([1, 1]);
	here.say('x'.repeat(9 * 1024 * 1024));
	here.say('small');
	await expect.poll(() => there.heard).toEqual(['missed', 'small', 'missed']);
	// To open a line is not to have missed something on it.
	expect([one.bus.missed, other.bus.missed]).toEqual([0, 1]);
});

test('[M4] emptying Redis is not even noticed', async () => {
	const [one, other] = [await openNode(), await openNode()];
	const here = listenOn(one.bus);
	const there = listenOn(other.bus);
	await expect.poll(() => [here.heard.length, there.heard.length]).toEqual([1, 1]);
	here.say('before');
	expect(await redis.command('FLUSHALL')).toBe('+OK');
	here.say('after');
	await expect.poll(() => there.heard).toEqual(['missed', 'before', 'after']);
});

test('[M4] when Redis dies and comes back everybody hears that they missed something', async () => {
	const [one, other] = [await openNode(), await openNode()];
	const here = listenOn(one.bus);
	const there = listenOn(other.bus);
	await expect.poll(() => [here.heard.length, there.heard.length]).toEqual([1, 1]);
	const rings = rung(other.bus);
	await redis.kill();
	await expect.poll(() => one.bus.isReachable).toBe(false);
	for (let nth = 0; nth < 1000; nth++) here.say('to nobody');
	one.bus.ring({ kind: 'access', people: ['p'] });
	await redis.start();
	await expect.poll(() => one.bus.isReachable && other.bus.isReachable).toBe(true);
	await expect.poll(() => rings).toContainEqual(EVERYTHING);
	const missed = there.heard.length;
	here.say('back');
	await expect.poll(() => there.heard).toContain('back');
	expect(missed).toBeGreaterThan(1);
	expect(there.heard).not.toContain('to nobody');
});

test('[M5] who can reach nobody is told now and then to look for itself', async () => {
	const { bus, reports } = await openNode();
	const here = listenOn(bus);
	await expect.poll(() => here.heard.length).toBe(1);
	await redis.kill();
	await expect.poll(() => here.heard.length).toBeGreaterThan(2);
	expect(reports).toEqual(['other nodes can not be reached through Redis']);
	await redis.start();
	await expect.poll(() => bus.isReachable).toBe(true);
});

test.each(['in', 'out', 'both'] as const)(
	'[M4] a line that is cut in silence (%s) is found, and all that was missed is told',
	async (direction) => {
		const [one, other] = [await openNode(), await openNode()];
		const here = listenOn(one.bus);
		const there = listenOn(other.bus);
		await expect.poll(() => [here.heard.length, there.heard.length]).toEqual([1, 1]);
		one.line.cut(direction);
		here.say('from the island');
		there.say('to the island');
		await expect.poll(() => one.bus.isReachable).toBe(false);
		// With what was on its way, as a machine in between that dies.
		one.line.reset();
		one.line.heal();
		await expect.poll(() => one.bus.isReachable).toBe(true);
		await expect.poll(() => here.heard.slice(1)).toContain('missed');
		await expect.poll(() => there.heard.slice(1)).not.toEqual([]);
		here.say('on land');
		await expect.poll(() => there.heard.at(-1)).toBe('on land');
	}
);

test('[M4] a Redis that stands still or is slow holds up nobody who speaks', async () => {
	const [one, other] = [await openNode(), await openNode()];
	const here = listenOn(one.bus);
	const there = listenOn(other.bus);
	await expect.poll(() => [here.heard.length, there.heard.length]).toEqual([1, 1]);
	const thaw = redis.freeze();
	// Also when this fails: others come after it.
	onTestFinished(thaw);
	const before = held();
	const began = process.threadCpuUsage();
	// A hundred megabytes: more than may wait.
	for (let nth = 0; nth < 1000; nth++) here.say('x'.repeat(100_000));
	// Of the processor, not of the clock: other tests run at the same time.
	const { user, system } = process.threadCpuUsage(began);
	expect((user + system) / 1000).toBeLessThan(2000);
	expect(held() - before).toBeLessThan(150 * 1024 * 1024);
	thaw();
	await expect.poll(() => there.heard.slice(1)).toContain('missed');
	one.line.heal(300);
	// What still waits is in the way of the first ones.
	const heard = () => {
		here.say('slow');
		return there.heard;
	};
	await expect.poll(heard).toContain('slow');
});

test('[M8] the time is that of the node whose clock is furthest ahead, and never goes back', async () => {
	const { bus } = await openNode();
	const ahead = new Redis(redis.url);
	const beat = (at: number) => {
		const frame = writeFrame({ kind: 'beat', node: 'ahead', opening: 1, number: 0, at });
		return ahead.publish('test:rings', Buffer.from(frame));
	};
	await beat(Date.now() + 3_600_000);
	await expect.poll(() => bus.now() - Date.now()).toBeGreaterThan(3_590_000);
	await beat(Date.now() - 3_600_000);
	await openNode();
	expect(bus.now() - Date.now()).toBeGreaterThan(3_590_000);
	ahead.disconnect();
});

test('bytes that no node says harm nobody; a ring that is not known has everybody decided again', async () => {
	const { bus, reports } = await openNode();
	const rings = rung(bus);
	const heard = listenOn(bus);
	await expect.poll(() => heard.heard).toEqual(['missed']);
	const stranger = new Redis(redis.url);
	await stranger.publish(`test:line:${PART}`, 'nonsense');
	await stranger.publish('test:rings', Buffer.alloc(0));
	expect(rings).toEqual([]);
	const message = new TextEncoder().encode('{"kind":"of a later version"}');
	const frame = writeFrame({ kind: 'said', node: 'later', opening: 1, number: 1, message });
	await stranger.publish('test:rings', Buffer.from(frame));
	await expect.poll(() => rings).toEqual([EVERYTHING]);
	expect(reports).toHaveLength(3);
	stranger.disconnect();
});

test('a Redis that is not there or wants a password is refused with the reason, and without the password', async () => {
	const report = () => {};
	const nowhere = openRedisBus('redis://:secret@127.0.0.1:9', { name: 'test', report });
	await expect(nowhere).rejects.toThrow(/ECONNREFUSED/);
	await redis.command('CONFIG', 'SET', 'requirepass', 'right');
	const url = `redis://:secret@127.0.0.1:${redis.port}`;
	const wrong = await openRedisBus(url, { name: 'test', report }).catch(String);
	expect(wrong).toMatch(/WRONGPASS/);
	expect(wrong).not.toContain('secret');
	const right = await openRedisBus(url.replace('secret', 'right'), { name: 'test', report });
	await right.close();
	const inside = await openRedisBus(url.replace('secret', 'right'), { name: 'test', report });
	buses.push(inside);
});

/** Bytes in buffers that somebody holds: what waits to be collected is not held up by anybody. */
function held(): number {
	setFlagsFromString('--expose-gc');
	const collect: unknown = runInNewContext('gc');
	if (typeof collect === 'function') collect();
	return process.memoryUsage().arrayBuffers;
}
