import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { membership } from '#db/schema/people.ts';
import { endMembership } from '#server/memberships.ts';
import { addMember } from '#tests/integration/builders.ts';
import { sabotage } from '#tests/durability/sloppy-logs.ts';
import { openChance } from '#tests/live/chance.ts';
import { type, type Client, type ClientOptions } from '#tests/live/client.ts';
import { openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openProxy, type Proxy, type ProxyOptions } from '#tests/live/proxy.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { openUpdateLog, type UpdateLog } from './update-log.ts';

let stage: Stage;
let door: TestDoor | undefined;
let proxy: Proxy | undefined;

beforeAll(async () => {
	stage = await openStage();
});

afterEach(async () => {
	await door?.close();
	proxy?.close();
	door = proxy = undefined;
});

afterAll(() => stage.house.close());

async function enter(part: string, options: Partial<ClientOptions> = {}, person = stage.lector) {
	const over = { over: 'http', params: { ack: '1' }, ...options } as const;
	const client = await door!.enter(part, person, over);
	await expect.poll(() => client.provider.synced).toBe(true);
	return client;
}

/** Resolves with how many acknowledgements of an edit came while its commit could not even begin. */
async function acksBeforeCommit(change: (log: UpdateLog) => UpdateLog): Promise<number> {
	const real = openUpdateLog(stage.house.db);
	let gate = Promise.resolve();
	let open = () => {};
	const gated: UpdateLog = { ...real, append: (rows) => gate.then(() => real.append(rows)) };
	door = await openDoor(stage.house.context, { log: change(gated) });
	const { part } = await stage.addStudy();
	const client = await enter(part);
	await expect.poll(client.acked).toBe(1);
	gate = new Promise((resolve) => (open = resolve));
	const asked: number[] = [];
	const witness = await enter(part, { onAck: (count) => asked.push(count) });
	type(client, 'waits');
	// A body is answered when it is taken in; what comes in after it is later than any ack would be.
	witness.provider.awareness.setLocalStateField('nth', 1);
	await expect.poll(() => presenceSeenBy(client)).toContain(1);
	const early = client.acked() - 1;
	open();
	await expect.poll(client.acked).toBe(2);
	await expect.poll(() => storedText(stage.house.context, part)).toBe('waits');
	return early;
}

const presenceSeenBy = ({ provider }: Client) =>
	[...provider.awareness.getStates().values()].map((state) => state.nth);

test('[H7] over HTTP too an edit is acknowledged once it is durable', async () => {
	expect(await acksBeforeCommit((log) => log)).toBe(0);
});

test('[H7] a door that acknowledges on receipt is caught', async () => {
	expect(await acksBeforeCommit((log) => sabotage(log, 'acknowledge on receipt'))).toBe(1);
});

test('[H4] bodies and answers that get lost, and bodies that come twice, change nothing', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const chance = openChance(7);
	const did = { lost: 0, unanswered: 0, twice: 0, cut: 0 };
	const ask: typeof fetch = async (url, init) => {
		const isLine = String(url).includes('line=');
		const fate = isLine ? chance.below(10) : 9;
		if (fate === 0 && did.lost++ >= 0) throw new TypeError('lost on the way');
		if (init?.method === 'GET' && did.cut++ >= 0) {
			const cut = AbortSignal.timeout(20 + chance.below(100));
			return fetch(url, { ...init, signal: AbortSignal.any([cut, init.signal!]) });
		}
		if (init?.method !== 'POST') return fetch(url, init);
		if (fate === 1 && did.twice++ >= 0) await fetch(url, init);
		const response = await fetch(url, init);
		if (fate === 2 && did.unanswered++ >= 0) throw new TypeError('the answer was lost');
		return response;
	};
	let sent = 0;
	let opened = 0;
	const count = (frame: Uint8Array) => {
		if (frame[0] === 0 && frame[1]! > 0) sent++;
	};
	const patience = { again: 5, giveUp: 60_000 };
	const one = await enter(part, { ask, patience, onSend: count, onOpen: () => opened++ });
	const other = await enter(part, { over: 'websocket' });
	for (let nth = 0; nth < 150; nth++) {
		type(one, `${nth} `);
		type(other, `b${nth} `);
		await expect.poll(() => other.text().includes(` ${nth} `) || nth === 0).toBe(true);
	}
	await expect.poll(() => one.text().includes('b149')).toBe(true);
	expect(one.text()).toBe(other.text());
	// Each message was counted once, none twice.
	await expect.poll(one.acked).toBe(sent);
	expect(sent).toBe(151);
	expect(opened).toBe(1);
	for (const times of Object.values(did)) expect(times).toBeGreaterThan(2);
	expect(await storedText(stage.house.context, part)).toBe(one.text());
});

const NETWORKS: [string, ProxyOptions, RegExp][] = [
	[
		'[H6] a proxy that cuts off long answers loses nothing and costs no line',
		{ cutsAfterMs: 150 },
		/GET/
	],
	[
		'[H12] where a proxy keeps streams back, answers to polls come through',
		{ buffers: true },
		/poll=1/
	]
];
test.each(NETWORKS)('%s', async (_, options, way) => {
	door = await openDoor(stage.house.context);
	proxy = await openProxy(new URL(`http://127.0.0.1:${door.port}`), options);
	const { part } = await stage.addStudy();
	let opened = 0;
	const address = `ws://localhost:${proxy.port}/collab`;
	const patience = { firstWord: 300, again: 5 };
	const one = await enter(part, { address, patience, onOpen: () => opened++ });
	const other = await enter(part, { over: 'websocket' });
	for (let nth = 0; nth < 20; nth++) {
		type(one, `a${nth} `);
		type(other, `b${nth} `);
		await expect.poll(() => one.text().includes(`b${nth} `)).toBe(true);
		await expect.poll(() => other.text().includes(`a${nth} `)).toBe(true);
	}
	expect(one.text()).toBe(other.text());
	await expect.poll(one.acked).toBe(21);
	expect(opened).toBe(1);
	expect(proxy.asked.filter((asked) => way.test(asked)).length).toBeGreaterThan(3);
});

test('[H8] when access ends a line is closed within two seconds, and nothing is stored after', async () => {
	const { context, db } = stage.house;
	door = await openDoor(context);
	proxy = await openProxy(new URL(`http://127.0.0.1:${door.port}`), { buffers: true });
	const { part } = await stage.addStudy();
	const coordinator = await addMember(db, stage.werkplaatsId, 'coordinator');
	const member = await addMember(db, stage.werkplaatsId, 'lector');
	const address = `ws://localhost:${proxy.port}/collab`;
	const streams = await enter(part, {}, member.id);
	const polls = await enter(part, { address, patience: { firstWord: 100 } }, member.id);
	type(streams, 'before ');
	await expect.poll(() => storedText(context, part)).toBe('before ');
	const [row] = await db.select().from(membership).where(eq(membership.personId, member.id));
	await endMembership(context, coordinator, row!.id);
	const began = performance.now();
	for (const client of [streams, polls]) {
		type(client, 'after');
		await expect.poll(client.code, { interval: 10 }).toBe(4404);
	}
	expect(performance.now() - began).toBeLessThan(2000);
	expect(await storedText(context, part)).toBe('before ');
});

test('[H8] a door that closes acknowledges what it has, and then sends lines away with 1012', async () => {
	const { context } = stage.house;
	door = await openDoor(context);
	const { part } = await stage.addStudy();
	let acked = 0;
	const client = await enter(part, { onAck: (count) => (acked = count) });
	for (let nth = 0; nth < 50; nth++) type(client, `${nth} `);
	await expect.poll(() => acked).toBeGreaterThan(1);
	const began = performance.now();
	await door.close();
	expect(performance.now() - began).toBeLessThan(1500);
	const words = (await storedText(context, part)).split(' ').length - 1;
	expect(words).toBeGreaterThanOrEqual(acked - 1);
});
