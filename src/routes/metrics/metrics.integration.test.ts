import { Registry } from 'prom-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { setContext, type Context } from '#server/context.ts';
import { actorOf, hasAccount, whoAsks } from '#server/credentials.ts';
import { readMetrics } from '#server/metrics.ts';
import { makeToken } from '#server/tokens.ts';
import { addMember, addPerson } from '#tests/integration/builders.ts';
import { TRANSPORTS, type } from '#tests/live/client.ts';
import { openDoor, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { Metrics } from '#ws/metrics.ts';
import { text } from '../api/v1/door.ts';

let stage: Stage;
let context: Context;
let door: TestDoor;
let administrator: string;

beforeAll(async () => {
	stage = await openStage();
	administrator = await addPerson(stage.house.db, { name: 'Ada', administrator: true });
});

/** A door that begins to count. */
async function open(options = {}) {
	const registry = new Registry();
	context = { ...stage.house.context, metrics: registry };
	setContext(context);
	door = await openDoor(context, { metrics: new Metrics(registry), ...options });
}

afterEach(async () => {
	await door.close();
	setContext(undefined);
});

afterAll(() => stage.house.close());

/** What `/metrics` answers to who shows a token of this person. */
async function ask(person?: { id: string; administrator: boolean }): Promise<Response> {
	const request = new Request('http://house/metrics');
	const locals = { theme: 'auto', language: 'nl', visitor: null } as const;
	if (!person) return text({ request, locals: { ...locals, asker: null } }, readMetrics);
	const actor = await actorOf(context, { ...person, name: 'Somebody' }, context.now());
	const { value: token } = await makeToken(context, actor, { name: 'scraper', days: 1 });
	const asker = await whoAsks(context, { token });
	if (!asker || !hasAccount(asker)) throw new Error('a token opens nothing');
	return text({ request, locals: { ...locals, asker } }, readMetrics);
}

/** The value of one line. */
async function read(line: string): Promise<number | undefined> {
	const body = await (await ask({ id: administrator, administrator: true })).text();
	const found = body.split('\n').find((one) => one.startsWith(`wisselwerking_${line} `));
	return found === undefined ? undefined : Number(found.split(' ').at(-1));
}

const enter = async (
	part: string,
	person = stage.lector,
	over = TRANSPORTS[0] as 'websocket' | 'http'
) => {
	const client = await door.enter(part, person, { over, params: { ack: '1' } });
	await expect.poll(() => client.provider.synced).toBe(true);
	return client;
};

test('an administrator’s token reads the numbers, and nobody else does', async () => {
	await open();
	const asked = await ask({ id: administrator, administrator: true });
	expect(asked.status).toBe(200);
	expect(asked.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
	expect(asked.headers.get('cache-control')).toBe('no-store');
	expect((await ask()).status).toBe(401);
	const coordinator = await addMember(stage.house.db, stage.werkplaatsId, 'coordinator');
	for (const id of [stage.lector, stage.outsider, coordinator.id]) {
		const refused = await ask({ id, administrator: false });
		expect(refused.status).toBe(403);
		expect(await refused.text()).not.toContain('wisselwerking_');
	}
});

test('what happened at the live door is in the numbers', async () => {
	await open();
	const { part } = await stage.addStudy();
	const writer = await enter(part);
	await enter(part, stage.lector, 'http');
	await expect.poll(writer.acked).toBe(1);
	for (let nth = 1; nth <= 3; nth++) {
		type(writer, 'word ');
		await expect.poll(writer.acked).toBe(1 + nth);
	}
	const vandal = await enter(part);
	vandal.provider.ws?.send(Uint8Array.of(0, 2, 3, 1, 1));
	await expect.poll(vandal.code).toBe(4400);
	const outsider = await door.enter(part, stage.outsider);
	await expect.poll(outsider.code).toBe(4404);

	expect(await read('connections{transport="websocket"}')).toBe(1);
	expect(await read('connections{transport="http"}')).toBe(1);
	expect(await read('rooms')).toBe(1);
	expect(await read('commit_rows_sum')).toBe(3);
	expect(await read('commit_rows_count')).toBe(3);
	expect(await read('commit_seconds_count')).toBe(3);
	// The edits, and what each of three had to say when it came in.
	expect(await read('ack_seconds_count')).toBe(6);
	expect(await read('frames_refused_total{reason="message"}')).toBe(1);
	expect(await read('refused_bytes_total')).toBe(5);
	expect(await read('admissions_refused_total{code="4404"}')).toBe(1);
	expect(await read('log_bytes')).toBeGreaterThan(0);
	expect(await read('waiting_edits')).toBe(0);
	expect(await read('commits_failed_total')).toBe(0);
});

test('a snapshot, a catch-up, a text frame and a foreign page are counted too', async () => {
	await open({ unloadAfterMs: 1 });
	const { part } = await stage.addStudy();
	const writer = await enter(part);
	type(writer, 'enough');
	await expect.poll(writer.acked).toBe(2);
	context.bus.ring({ kind: 'updates', part });
	await expect.poll(() => read('catch_ups_total')).toBe(1);
	writer.provider.ws?.send('words');
	await expect.poll(writer.code).toBe(4400);
	expect(await read('frames_refused_total{reason="message"}')).toBe(1);
	await expect.poll(() => read('compaction_seconds_count{outcome="done"}')).toBe(1);
	await expect.poll(() => read('rooms')).toBe(0);
	const foreign = await fetch(`http://127.0.0.1:${door.port}/collab/${part}`, {
		method: 'POST',
		headers: { origin: 'https://elders.example' }
	});
	expect(foreign.status).toBe(403);
	expect(await read('admissions_refused_total{code="403"}')).toBe(1);
});
