import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CONTENT_SCHEMA } from '#domain/content/schema.ts';
import { actorOf } from '#server/credentials.ts';
import { makeToken } from '#server/tokens.ts';
import { cookieOf, openDoor, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';

let stage: Stage;
let door: TestDoor;
let part: string;

beforeAll(async () => {
	stage = await openStage();
	door = await openDoor(stage.house.context);
	({ part } = await stage.addStudy());
});

afterAll(async () => {
	await door.close();
	await stage.house.close();
});

test('[E1] the cookie of a session lets in who may read', async () => {
	const client = await door.enter(part, stage.lector);
	await expect.poll(() => client.provider.synced).toBe(true);
});

test('[E1] an API token in the header lets in whose it is', async () => {
	const { context } = stage.house;
	const lector = { id: stage.lector, name: 'Lin', administrator: false };
	const actor = await actorOf(context, lector, context.now());
	const { value } = await makeToken(context, actor, { name: 'export', days: 1 });
	const headers = { authorization: `Bearer ${value}` };
	const client = await door.enter(part, undefined, { headers });
	await expect.poll(() => client.provider.synced).toBe(true);
});

test('[E2] without a session, or with one that never was, the answer is: sign in', async () => {
	const nobody = await door.enter(part);
	await expect.poll(nobody.code).toBe(4401);
	const liar = await door.enter(part, undefined, { headers: { cookie: '__Host-session=a.b' } });
	await expect.poll(liar.code).toBe(4401);
	const token = await door.enter(part, undefined, { headers: { authorization: 'Bearer a.b' } });
	await expect.poll(token.code).toBe(4401);
});

test('[E2] a token in the address is no token', async () => {
	const client = await door.enter(part, undefined, { params: { token: 'a.b', session: 'a.b' } });
	await expect.poll(client.code).toBe(4401);
});

test('[E3] what is not yours and what does not exist look the same', async () => {
	const notMine = await door.enter(part, stage.outsider);
	const missing = await door.enter('5f0c7d0e-1111-4222-8333-444455556666', stage.outsider);
	const nonsense = await door.enter('nonsense', stage.outsider);
	for (const client of [notMine, missing, nonsense]) await expect.poll(client.code).toBe(4404);
	expect(notMine.text() + missing.text()).toBe('');
});

test('[E4] a page of another origin gets no handshake, our own pages do', async () => {
	const cookie = await cookieOf(stage.house.context, stage.lector);
	const knock = (origin: string) =>
		new Promise<string>((resolve) => {
			const socket = new WebSocket(`${door.address}/${part}`, { headers: { ...cookie, origin } });
			socket.on('open', () => (socket.terminate(), resolve('open')));
			socket.on('error', (error) => resolve(error.message));
		});
	expect(await knock('https://elsewhere.example')).toContain('403');
	expect(await knock('null')).toContain('403');
	expect(await knock(`http://127.0.0.1:${door.port + 1}`)).toContain('403');
	expect(await knock(stage.house.context.publicUrl)).toBe('open');
	expect(await knock(`http://127.0.0.1:${door.port}`)).toBe('open');
});

test('[E5] an editor that is older than the texts is asked to reload', async () => {
	const enter = (schema: string) => door.enter(part, stage.lector, { params: { schema } });
	await expect.poll((await enter(String(CONTENT_SCHEMA - 1))).code).toBe(4426);
	await expect.poll((await enter('nonsense')).code).toBe(4426);
	const current = await enter(String(CONTENT_SCHEMA));
	await expect.poll(() => current.provider.synced).toBe(true);
});
