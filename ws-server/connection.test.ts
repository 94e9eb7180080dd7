import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer, type ClientOptions } from 'ws';
import { Connection, type Traits } from './connection.ts';
import { WebSocketLine } from './web-socket.ts';

let server: WebSocketServer;
let received: number[];
const member = {
	person: 'p',
	name: 'Lin',
	function: null,
	organisation: null,
	mode: 'write'
} as const;

beforeEach(async () => {
	received = [];
	server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
	await once(server, 'listening');
});

afterEach(() => {
	for (const socket of server.clients) socket.terminate();
	server.close();
});

/** Both ends of one socket. */
async function connect(options: ClientOptions = {}, pace: Traits['pace'] = null) {
	const { port } = server.address() as AddressInfo;
	const opened = once(server, 'connection') as Promise<[WebSocket, { socket: Socket }]>;
	const client = new WebSocket(`ws://127.0.0.1:${port}`, options);
	const [[socket, { socket: transport }]] = await Promise.all([opened, once(client, 'open')]);
	const line = new WebSocketLine(socket, transport);
	const connection = new Connection(line, { member, wantsAcks: true, pace }, (frame) =>
		received.push(frame[0]!)
	);
	socket.on('close', () => connection.ended());
	return { client, connection, transport };
}

/** Resolves when all that it sent was given to the system, and this process could have read it. */
async function sentBy(client: WebSocket): Promise<void> {
	await expect.poll(() => client.bufferedAmount).toBe(0);
	for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

test('[K1] who answers is kept, who gives no sign of life is cut off', async () => {
	const alive = await connect();
	const dead = await connect({ autoPong: false });
	const signs: unknown[] = [];
	alive.client.on('message', (frame) => signs.push(frame));
	for (const { connection } of [alive, dead]) connection.check(new Uint8Array([1, 1, 0]));
	await expect.poll(() => signs.length).toBe(1);
	for (const { connection } of [alive, dead]) connection.check(new Uint8Array([1, 1, 0]));
	await expect.poll(() => dead.client.readyState).toBe(WebSocket.CLOSED);
	await expect.poll(() => signs.length).toBe(2);
	expect(alive.client.readyState).toBe(WebSocket.OPEN);
});

test('[G4] what comes in while somebody is decided about waits, and is lost when they must leave', async () => {
	const stays = await connect();
	stays.connection.hold('decision');
	for (const byte of [1, 2, 3]) stays.client.send(new Uint8Array([byte]));
	await sentBy(stays.client);
	expect(received).toEqual([]);
	stays.connection.release('decision');
	await expect.poll(() => received).toEqual([1, 2, 3]);

	const leaves = await connect();
	leaves.connection.hold('decision');
	leaves.client.send(new Uint8Array([4]));
	await sentBy(leaves.client);
	leaves.connection.close(4404);
	leaves.connection.release('decision');
	const [code] = await once(leaves.client, 'close');
	expect(code).toBe(4404);
	expect(received).toEqual([1, 2, 3]);
});

test('[G7] who may have to leave gets nothing of the text, and what they lack when they may stay', async () => {
	const { client, connection } = await connect();
	const got: number[] = [];
	client.on('message', (frame: Buffer) => got.push(frame[0]!));
	const edit = (byte: number) =>
		connection.sendEdit(
			Uint8Array.of(byte),
			() => Uint8Array.of(byte),
			(since) => [Uint8Array.of(100 + since[0]!)]
		);
	const told = { kind: 'title', title: 'renamed' } as const;
	edit(1);
	connection.hold('decision');
	for (const byte of [2, 3]) edit(byte);
	connection.sendPresence([Uint8Array.of(4)], () => Uint8Array.of(5));
	connection.answer('text', () => [Uint8Array.of(6)]);
	connection.notice(told);
	// A sign of life they do get: a stock client would leave.
	connection.check(Uint8Array.of(7));
	await expect.poll(() => got).toEqual([1, 7]);
	for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
	expect(got).toEqual([1, 7]);
	connection.release('decision');
	await expect.poll(() => got, { timeout: 3000 }).toEqual([1, 7, 101, 102, 5, 6]);
	edit(8);
	await expect.poll(() => got.at(-1)).toBe(8);
});

test('[G6] what somebody sends while it is decided about them waits with them, not in our memory', async () => {
	const { client, connection, transport } = await connect();
	connection.hold('decision');
	const before = transport.bytesRead;
	const frames = 40;
	for (let nth = 0; nth < frames; nth++) client.send(new Uint8Array(1024 * 1024).fill(nth));
	await expect.poll(() => client.bufferedAmount).toBeLessThan(frames * 1024 * 1024);
	for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
	expect(transport.bytesRead - before).toBeLessThan(1024 * 1024);
	// It gives no sign of life meanwhile, and is not cut off for that.
	for (let nth = 0; nth < 3; nth++) connection.check(new Uint8Array([1, 1, 0]));
	connection.release('decision');
	const all = Array.from({ length: frames }, (_, nth) => nth);
	await expect.poll(() => received, { timeout: 10_000 }).toEqual(all);
	expect(client.readyState).toBe(WebSocket.OPEN);
});

test('[L1] who reads slowly gets no more edits, and one difference once all is read', async () => {
	const { client, connection } = await connect();
	const sizes: number[] = [];
	client.on('message', (frame: Buffer) => sizes.push(frame.length));
	client.pause();
	const frame = new Uint8Array(1024 * 1024);
	const state = new Uint8Array([9]);
	const asked: Uint8Array[] = [];
	const difference = (since: Uint8Array) => {
		asked.push(since);
		return [new Uint8Array([7, 7])];
	};
	for (let nth = 0; nth < 100; nth++) {
		connection.sendEdit(frame, () => state, difference);
		// Lets the system take what it can.
		await new Promise(setImmediate);
	}
	expect(asked).toEqual([]);
	client.resume();
	await expect.poll(() => sizes.at(-1)).toBe(2);
	expect(asked).toEqual([state]);
	expect(sizes.length).toBeLessThan(100);
	connection.sendEdit(new Uint8Array(5), () => state, difference);
	await expect.poll(() => sizes.at(-1)).toBe(5);
});

test('[L2] who sends too fast is read more slowly, and loses nothing', async () => {
	const fast = { burst: 1e9, perSecond: 1e9 };
	for (const pace of [
		{ frames: { burst: 50, perSecond: 200 }, bytes: fast },
		{ frames: fast, bytes: { burst: 50_000, perSecond: 200_000 } }
	]) {
		received = [];
		const { client } = await connect({}, pace);
		const began = performance.now();
		for (let nth = 0; nth < 100; nth++) client.send(new Uint8Array(1000).fill(nth));
		await expect.poll(() => received.length).toBe(100);
		client.send(new Uint8Array([100]));
		await expect.poll(() => received.length).toBe(101);
		// Fifty more than at once.
		expect(performance.now() - began).toBeGreaterThan(200);
		expect(received).toEqual(Array.from({ length: 101 }, (_, nth) => nth));
		client.terminate();
	}
});

test('[L3] who asks again and again is answered once, and a second later the last question', async () => {
	const { client, connection } = await connect();
	const answers: number[] = [];
	client.on('message', (frame: Buffer) => answers.push(frame[0]!));
	let made = 0;
	const ask = (nth: number) => connection.answer('text', () => (made++, [new Uint8Array([nth])]));
	for (let nth = 0; nth < 100; nth++) ask(nth);
	connection.answer('presence', () => [new Uint8Array([200])]);
	await expect.poll(() => answers).toEqual([0, 200]);
	await expect.poll(() => answers, { timeout: 3000 }).toEqual([0, 200, 99]);
	expect(made).toBe(2);
});

test('[L3] who does not read its answers gets no more of them', async () => {
	const { client, connection } = await connect();
	client.pause();
	let made = 0;
	for (let nth = 0; nth < 40; nth++) connection.send(new Uint8Array(1024 * 1024));
	connection.answer('text', () => (made++, [new Uint8Array([1])]));
	expect(made).toBe(0);
	client.resume();
	await expect.poll(() => made, { timeout: 5000 }).toBe(1);
});

test('[L3] an answer that can not be made costs who asked the connection, and nobody else anything', async () => {
	const fail = () => {
		throw new Error('no answer');
	};
	const [first, second] = [await connect(), await connect()];
	first.connection.answer('text', fail);
	second.connection.answer('text', () => [new Uint8Array([1])]);
	second.connection.answer('text', fail);
	for (const { client } of [first, second]) {
		const [code] = await once(client, 'close');
		expect(code).toBe(4503);
	}
});
