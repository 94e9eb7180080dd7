import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SCHEMA } from '#domain/content/schema.ts';
import { actorOf } from '#server/credentials.ts';
import { makeToken } from '#server/tokens.ts';
import { addMember } from '#tests/integration/builders.ts';
import { TRANSPORTS, type } from '#tests/live/client.ts';
import { cookieOf, openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openRawLine } from '#tests/live/raw-line.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { updateFrame } from './protocol.ts';

let stage: Stage;
let door: TestDoor;
let token: string;
let here: string;

beforeAll(async () => {
	stage = await openStage();
	door = await openDoor(stage.house.context);
	here = `http://127.0.0.1:${door.port}`;
	const { context } = stage.house;
	const lector = { id: stage.lector, name: 'Lin', administrator: false };
	const actor = await actorOf(context, lector, context.now());
	token = (await makeToken(context, actor, { name: 'export', days: 1 })).value;
});

afterAll(async () => {
	await door.close();
	expect(door.reports).toEqual([]);
	await stage.house.close();
});

describe.each(TRANSPORTS)('over %s', (over) => {
	test('[H1] who may enter, and why not, is the same', async () => {
		const { part } = await stage.addStudy();
		const current = { schema: String(CONTENT_SCHEMA) };
		const older = { schema: String(CONTENT_SCHEMA - 1) };
		const refused = [
			[await door.enter(part, undefined, { over }), 4401],
			[await door.enter(part, undefined, { over, params: { token } }), 4401],
			[await door.enter(part, undefined, { over, headers: { authorization: 'Bearer a.b' } }), 4401],
			[await door.enter(part, stage.outsider, { over }), 4404],
			[await door.enter('nonsense', stage.outsider, { over }), 4404],
			[await door.enter(part, stage.lector, { over, params: older }), 4426]
		] as const;
		for (const [client, code] of refused) {
			await expect.poll(client.code).toBe(code);
			expect(client.provider.shouldConnect).toBe(false);
		}
		const headers = { authorization: `Bearer ${token}` };
		const welcome = [
			await door.enter(part, stage.lector, { over, params: current }),
			await door.enter(part, undefined, { over, headers })
		];
		for (const client of welcome) await expect.poll(() => client.provider.synced).toBe(true);
	});

	test('[H1] a reader reads, and what they write changes nothing and is never acknowledged', async () => {
		const { id, part } = await stage.addStudy();
		await stage.grant(id, stage.outsider, 'comment');
		const writer = await door.enter(part, stage.lector);
		const reader = await door.enter(part, stage.outsider, { over, params: { ack: '1' } });
		await expect.poll(() => writer.provider.synced && reader.provider.synced).toBe(true);
		type(writer, 'read this');
		await expect.poll(reader.text).toBe('read this');
		type(reader, ' and this');
		type(writer, '.');
		await expect.poll(() => reader.text().includes('.')).toBe(true);
		expect(await storedText(stage.house.context, part)).toBe('read this.');
		expect(reader.acked()).toBe(0);
		expect(reader.provider.wsconnected).toBe(true);
	});

	test('[H1] a person has twenty sockets, and who comes then is told to come back', async () => {
		const { part } = await stage.addStudy();
		const { id } = await addMember(stage.house.db, stage.werkplaatsId, 'lector');
		for (let nth = 0; nth < 20; nth++) {
			const client = await door.enter(part, id, { over });
			await expect.poll(() => client.provider.synced).toBe(true);
		}
		const late = await door.enter(part, id, { over });
		await expect.poll(late.code).toBe(1013);
		expect(late.provider.shouldConnect).toBe(true);
		late.close();
	});
});

test('[T1] one over HTTP and one over a websocket type at once, and end with the same text', async () => {
	const { part } = await stage.addStudy();
	const one = await door.enter(part, stage.lector, { over: 'http', params: { ack: '1' } });
	const other = await door.enter(part, stage.lector);
	await expect.poll(() => one.provider.synced && other.provider.synced).toBe(true);
	for (let nth = 0; nth < 50; nth++) {
		type(one, `a${nth} `);
		type(other, `b${nth} `);
	}
	await expect.poll(() => one.text().includes('b49') && other.text().includes('a49')).toBe(true);
	expect(one.text()).toBe(other.text());
	await expect.poll(one.acked).toBe(51);
	expect(await storedText(stage.house.context, part)).toBe(one.text());
	other.provider.awareness.setLocalState(null);
	await expect.poll(() => one.provider.awareness.getStates().size).toBe(1);
});

test('[H2] another site can make a browser open no line, and send or read nothing over one', async () => {
	const { part } = await stage.addStudy();
	const { cookie } = await cookieOf(stage.house.context, stage.lector);
	const bearer = { authorization: `Bearer ${token}` };
	const line = await openRawLine(here, part, { cookie: cookie!, origin: here });
	const status = async (method: string, query: string, headers: Record<string, string>) => {
		const address = `${here}/collab/${part}?poll=1&${query}`;
		const response = await fetch(address, { method, headers });
		await response.body?.cancel();
		return response.status;
	};
	const forged = [
		['POST', '', { cookie, origin: 'https://elsewhere.example' }],
		['POST', '', { cookie, origin: 'null' }],
		['POST', '', { cookie }],
		['POST', '', { ...bearer, origin: 'https://elsewhere.example' }],
		['POST', `line=${line.id}`, { cookie, origin: 'https://elsewhere.example' }],
		['POST', `line=${line.id}`, { cookie }],
		['DELETE', `line=${line.id}`, { cookie }],
		['GET', `line=${line.id}`, { cookie, origin: 'https://elsewhere.example' }],
		['GET', `line=${line.id}`, { cookie, 'sec-fetch-site': 'cross-site' }]
	] as const;
	for (const [method, query, headers] of forged) {
		expect(await status(method, query, headers as Record<string, string>)).toBe(403);
	}
	expect(await status('POST', '', bearer)).toBe(200);
	expect(await status('POST', '', { cookie: cookie!, origin: stage.house.context.publicUrl })).toBe(
		200
	);
	expect(await status('GET', `line=${line.id}`, { cookie: cookie! })).toBe(200);
	await line.leave();
});

test('[H3] a line is of the session that opened it, in one part; to others it does not exist', async () => {
	const { context } = stage.house;
	const { part } = await stage.addStudy();
	const other = await stage.addStudy();
	const mine = { ...(await cookieOf(context, stage.lector)), origin: here };
	const line = await openRawLine(here, part, mine);
	const colleague = await addMember(stage.house.db, stage.werkplaatsId, 'lector');
	const strangers = [
		[part, { ...(await cookieOf(context, colleague.id)), origin: here }],
		[part, { ...(await cookieOf(context, stage.lector)), origin: here }],
		[part, { authorization: `Bearer ${token}` }],
		[part, { origin: here }],
		[other.part, mine]
	] as const;
	for (const [where, headers] of strangers) {
		for (const method of ['GET', 'POST', 'DELETE']) {
			const ask = async (id: string) => {
				const address = `${here}/collab/${where}?line=${id}&poll=1`;
				const response = await fetch(address, { method, headers: headers as HeadersInit });
				return [response.status, await response.text()];
			};
			expect(await ask(line.id)).toEqual([404, '']);
			expect(await ask('A'.repeat(22))).toEqual([404, '']);
		}
	}
	expect(line.id).toMatch(/^[\w-]{22}$/);
	expect((await line.poll()).length).toBeGreaterThan(0);
	await line.leave();
});

test('[H10] a body of more than a megabyte, and a frame of more than sixteen, close the line with 4400', async () => {
	const { part } = await stage.addStudy();
	const mine = { ...(await cookieOf(stage.house.context, stage.lector)), origin: here };
	const large = await openRawLine(here, part, mine);
	// The begin of a frame of two million bytes.
	const body = Buffer.alloc(1024 * 1024 + 1);
	body.set([0x80, 0x89, 0x7a]);
	const status = await large.post(0, body).catch(() => 413);
	expect(status).toBe(413);
	expect((await large.poll()).at(-1)).toEqual({ kind: 'close', data: '4400' });
	const long = await openRawLine(here, part, mine);
	await long.post(0, Buffer.from([0x81, 0x80, 0x80, 0x08]));
	expect((await long.poll()).at(-1)).toEqual({ kind: 'close', data: '4400' });
});

test('[H10] a text of several megabytes goes up in several bodies', async () => {
	const { part } = await stage.addStudy();
	const one = await door.enter(part, stage.lector, { over: 'http', params: { ack: '1' } });
	await expect.poll(one.acked).toBe(1);
	type(one, 'book '.repeat(600_000));
	await expect.poll(one.acked).toBe(2);
	expect(await storedText(stage.house.context, part)).toBe(one.text());
	const other = await door.enter(part, stage.lector, { over: 'http' });
	await expect.poll(other.text).toBe(one.text());
});

test('[H13] nobody may keep, change or hold back an answer', async () => {
	const { part } = await stage.addStudy();
	const mine = { ...(await cookieOf(stage.house.context, stage.lector)), origin: here };
	const line = await openRawLine(here, part, mine);
	const kinds = { stream: 'text/event-stream', poll: 'text/plain' };
	for (const [kind, type] of Object.entries(kinds)) {
		const address = `${here}/collab/${part}?line=${line.id}&${kind}=1`;
		const { headers, body } = await fetch(address, { headers: mine });
		await body?.cancel();
		expect(headers.get('content-type')).toBe(type);
		expect(headers.get('cache-control')).toBe('no-store, no-transform');
		expect(headers.get('x-accel-buffering')).toBe('no');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('strict-transport-security')).toMatch(/max-age/);
	}
	const nowhere = await fetch(`${here}/collab/a/b`, { headers: mine });
	expect(nowhere.status).toBe(404);
	expect(nowhere.headers.get('x-content-type-options')).toBe('nosniff');
});

test('[H8] a frame that no client sends closes its own line with 4400', async () => {
	const { part } = await stage.addStudy();
	const client = await door.enter(part, stage.lector, { over: 'http' });
	await expect.poll(() => client.provider.synced).toBe(true);
	const frame = updateFrame(new Uint8Array([1, 1, 200]));
	client.provider.ws?.send(frame as Uint8Array<ArrayBuffer>);
	await expect.poll(client.code).toBe(4400);
	expect(client.provider.shouldConnect).toBe(false);
});
