import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { membership } from '#db/schema/people.ts';
import type { Context } from '#server/context.ts';
import { endMembership } from '#server/memberships.ts';
import { openRedisBus } from '#server/redis-bus.ts';
import { addMember } from '#tests/integration/builders.ts';
import { bareContext } from '#tests/live/bare-door.ts';
import { openClient, type, type Client } from '#tests/live/client.ts';
import { SABOTAGES } from './deaf-buses.ts';
import { isFailed, runRounds } from './rounds.ts';
import { openNodesStage, type Node, type NodesStage } from './stage.ts';

const MINUTE = 60_000;

let stage: NodesStage;
let clients: Client[] = [];

beforeAll(async () => {
	stage = await openNodesStage();
}, MINUTE);

afterAll(async () => {
	for (const client of clients) client.close();
	await stage.close();
}, MINUTE);

async function enter(node: Node, headers = stage.headers, part = stage.parts[0]!) {
	const client = openClient({ address: node.address, part, headers, params: { ack: '1' } });
	clients.push(client);
	await expect.poll(() => client.provider.synced).toBe(true);
	return client;
}

async function leave(): Promise<void> {
	for (const client of clients) client.close();
	clients = [];
}

const seen = (client: Client, other: Client) =>
	client.provider.awareness.getStates().get(other.doc.clientID);

/** The use cases as another node would do them, with a bus of its own. */
async function actElsewhere(act: (context: Context) => Promise<void>): Promise<void> {
	const bus = await openRedisBus(stage.redis.url, { name: 'nodes', report: () => {} });
	try {
		await act(bareContext(stage.database.db, { bus }));
	} finally {
		await bus.close();
	}
}

/** Somebody who may write, and how that ends. */
async function addPassing() {
	const { db } = stage.database;
	const { werkplaatsId } = stage;
	const coordinator = await addMember(db, werkplaatsId, 'coordinator');
	const member = await addMember(db, werkplaatsId, 'lector', { name: 'Bo' });
	const [row] = await db.select().from(membership).where(eq(membership.personId, member.id));
	const headers = await stage.headersOf(member.id);
	return { headers, end: (context: Context) => endMembership(context, coordinator, row!.id) };
}

test('[M2] [T1] what is typed on one node is seen on the other, and stored once for both', async () => {
	const [one, other] = [await enter(stage.nodes[0]), await enter(stage.nodes[1])];
	type(one, 'here ');
	type(other, 'there ');
	await expect.poll(() => one.text()).toMatch(/here /);
	await expect.poll(() => one.text()).toMatch(/there /);
	await expect.poll(() => other.text()).toBe(one.text());
	await expect.poll(() => stage.read(stage.parts[0]!)).toBe(one.text());
	await leave();
});

test('[M7] people see each other across nodes, until they leave, and where they came last', async () => {
	const [one, other] = [await enter(stage.nodes[0]), await enter(stage.nodes[1])];
	one.provider.awareness.setLocalState({ cursor: 1, user: { name: 'The minister' } });
	await expect.poll(() => seen(other, one)).toMatchObject({ cursor: 1, user: { name: 'Lin' } });
	other.provider.awareness.setLocalState({ cursor: 2 });
	await expect.poll(() => seen(one, other)).toMatchObject({ cursor: 2 });
	const late = await enter(stage.nodes[1]);
	await expect.poll(() => seen(late, one)).toMatchObject({ cursor: 1 });
	one.provider.awareness.setLocalState({ cursor: 3 });
	await expect.poll(() => seen(late, one)).toMatchObject({ cursor: 3 });
	// The same document, so the same client id, on the other node: the socket here has not closed yet.
	const { address } = stage.nodes[1];
	const part = stage.parts[0]!;
	const moved = openClient({ address, part, headers: stage.headers, doc: one.doc });
	clients.push(moved);
	await expect.poll(() => moved.provider.synced).toBe(true);
	moved.provider.awareness.setLocalState({ cursor: 4 });
	await expect.poll(() => seen(late, one)).toMatchObject({ cursor: 4 });
	one.provider.ws?.close();
	one.close();
	const witness = await enter(stage.nodes[0]);
	await expect.poll(() => seen(witness, moved)).toMatchObject({ cursor: 4 });
	moved.close();
	await expect.poll(() => seen(witness, moved)).toBeUndefined();
	await leave();
});

test('[G1] [M1] when access ends on one node the sockets on all others close within two seconds', async () => {
	const { headers, end } = await addPassing();
	const leaving = [await enter(stage.nodes[0], headers), await enter(stage.nodes[1], headers)];
	const stays = await enter(stage.nodes[1]);
	let began = Infinity;
	await actElsewhere(async (context) => {
		await end(context);
		began = performance.now();
	});
	await expect
		.poll(() => leaving.map((client) => client.code()), { interval: 10 })
		.toEqual([4404, 4404]);
	expect(performance.now() - began).toBeLessThan(2000);
	expect(stays.code()).toBeUndefined();
	await leave();
});

test('[G3] [M5] when access ends while a node hears nobody, its sockets close when the lease is over', async () => {
	const { headers, end } = await addPassing();
	const [node] = stage.nodes;
	const client = await enter(node, headers);
	node.line.cut('both');
	await actElsewhere(end);
	await expect.poll(() => client.code()).toBe(4404);
	node.line.heal();
	await leave();
});

test('[M5] what is typed while Redis is away arrives on the other node before Redis does', async () => {
	const [one, other] = [await enter(stage.nodes[0]), await enter(stage.nodes[1])];
	await stage.redis.kill();
	type(one, 'alone ');
	await expect.poll(() => one.acked()).toBeGreaterThan(1);
	await expect.poll(() => other.text()).toContain('alone ');
	await stage.redis.start();
	type(other, 'together ');
	await expect.poll(() => one.text()).toContain('together ');
	await leave();
});

test('[M9] a node that stops stores what it has and lets people leave one by one', async () => {
	const [node] = stage.nodes;
	const all = [];
	for (let nth = 0; nth < 10; nth++) all.push(await enter(node, stage.headers, stage.parts[1]));
	const leftAt: number[] = [];
	const codes: (number | undefined)[] = [];
	for (const client of all) {
		// Later they come back to a door that lets nobody in any more.
		client.provider.once('connection-close', (event: CloseEvent | null) => {
			leftAt.push(performance.now());
			codes.push(event?.code);
		});
		type(client, 'word ');
	}
	await node.stop();
	await expect.poll(() => leftAt).toHaveLength(10);
	expect(new Set(codes)).toEqual(new Set([1012]));
	expect(Math.max(...leftAt) - Math.min(...leftAt)).toBeGreaterThan(500);
	expect((await stage.read(stage.parts[1]!)).split('word ')).toHaveLength(11);
	await node.start();
	await leave();
});

test(
	'[M4] whatever happens between nodes, all agree in the end and nothing acknowledged is lost',
	async () => {
		const done = await runRounds({ rounds: 4, seed: 1 });
		expect(done.filter(isFailed)).toEqual([]);
		expect(done.at(-1)!.acknowledged).toBeGreaterThan(100);
	},
	4 * MINUTE
);

// Side by side: each waits in vain for all to agree.
test.concurrent.each(SABOTAGES)(
	'[M3] the rounds see nodes that %s',
	async (sabotage) => {
		const done = await runRounds({ rounds: 9, seed: 1, sabotage });
		expect(done.some(isFailed)).toBe(true);
	},
	4 * MINUTE
);
