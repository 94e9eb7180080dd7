import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { encode, writeVarUint } from 'lib0/encoding';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Connection } from './connection.ts';
import { HttpSocket } from './http-socket.ts';
import { Intake } from './intake.ts';
import { Outbox } from './outbox.ts';

const member = {
	person: 'p',
	name: 'Lin',
	function: null,
	organisation: null,
	mode: 'write'
} as const;

let server: Server;
let socket: HttpSocket;
let address: string;
const taken: unknown[] = [];
/** How many answers with events ended. */
let left: number;

beforeEach(async () => {
	socket = new HttpSocket();
	taken.length = left = 0;
	server = createServer(async (request, response) => {
		const query = new URL(request.url ?? '', 'http://x').searchParams;
		const number = (name: string) => Number(query.get(name) ?? 0);
		if (request.method === 'GET') {
			socket.has(number('after'));
			response.on('close', () => left++);
			return socket.read(response, { after: number('after'), isPoll: query.has('poll') });
		}
		const became = await socket.take(request, number('from'));
		taken.push(became);
		response.end(became);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
	vi.useRealTimers();
	socket.terminate();
	server.closeAllConnections();
	server.close();
});

const framed = (...frames: Uint8Array[]) =>
	Buffer.concat(
		frames.flatMap((frame) => [encode((encoder) => writeVarUint(encoder, frame.length)), frame])
	);
const post = async (from: number, body: Uint8Array) => {
	const init = { method: 'POST', body: new Uint8Array(body) };
	return (await fetch(`${address}?from=${from}`, init)).text();
};
const poll = async (after: number) => (await fetch(`${address}?poll&after=${after}`)).text();

test('[H4] each byte is taken once, in order, wherever bodies begin and frames end', async () => {
	const frames = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 });
	await fc.assert(
		fc.property(frames, fc.array(fc.nat(700)), (sent, cuts) => {
			const intake = new Intake();
			const bytes = framed(...sent);
			const got: Uint8Array[] = [];
			const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length];
			let at = 0;
			for (const end of ends.sort((a, b) => a - b)) {
				while (at < end) {
					const { used, frame } = intake.take(bytes.subarray(at, end));
					at += used;
					if (frame && frame !== 'too long') got.push(new Uint8Array(frame));
				}
			}
			expect(got).toEqual(sent);
		})
	);
});

test('[H4] a body that begins beyond what was taken is refused, one that overlaps adds what is new', async () => {
	const received: number[] = [];
	socket.on('message', (frame) => received.push(frame[0]!));
	const bytes = framed(...[1, 2, 3, 4].map((byte) => Uint8Array.of(byte)));
	expect(await post(2, bytes.subarray(2))).toBe('gap');
	expect(await post(0, bytes.subarray(0, 3))).toBe('taken');
	expect(await post(0, bytes.subarray(0, 3))).toBe('taken');
	expect(await post(8, bytes)).toBe('gap');
	expect(await post(1, bytes.subarray(1))).toBe('taken');
	expect(received).toEqual([1, 2, 3, 4]);
});

test('[H5] a body is answered when all of it is taken in, so that who sends too fast waits', async () => {
	const received: number[] = [];
	socket.on('message', (frame) => {
		received.push(frame[0]!);
		socket.pause();
	});
	const answered = post(0, framed(...[1, 2, 3].map((byte) => Uint8Array.of(byte))));
	for (const count of [1, 2, 3]) {
		await expect.poll(() => received.length).toBe(count);
		expect(taken.length).toBe(0);
		socket.resume();
		if (count === 3) expect(await answered).toBe('taken');
	}
});

test('[H5] a body that another follows does not keep it waiting', async () => {
	socket.pause();
	const first = post(0, framed(Uint8Array.of(1))).catch(() => 'broken off');
	await expect.poll(() => socket.listenerCount('message')).toBe(0);
	const second = post(0, framed(Uint8Array.of(1)));
	expect(await first).not.toBe('taken');
	socket.resume();
	expect(await second).toBe('taken');
});

test('[H6] events are kept until who reads says to have them, and begin where they are asked', async () => {
	for (const byte of [1, 2, 3]) socket.send(Uint8Array.of(byte));
	expect(socket.bufferedAmount).toBe(3);
	const text = 'id: 1\ndata: AQ==\n\nid: 2\ndata: Ag==\n\nid: 3\ndata: Aw==\n\n';
	expect(await poll(0)).toBe(text);
	expect(await poll(0)).toBe(text);
	expect(await poll(2)).toBe('id: 3\ndata: Aw==\n\n');
	expect(socket.bufferedAmount).toBe(1);
	let isAnswered = false;
	const waits = poll(3).finally(() => (isAnswered = true));
	await expect.poll(() => socket.bufferedAmount).toBe(0);
	expect(isAnswered).toBe(false);
	socket.close(4404);
	expect(await waits).toBe('id: 4\nevent: close\ndata: 4404\n\n');
});

test('[H6] nobody can free what was not sent yet', () => {
	const outbox = new Outbox();
	outbox.add({ kind: 'ping' });
	outbox.has(1);
	outbox.add({ kind: 'frame', frame: Uint8Array.of(7) });
	expect(outbox.after(0, 100)).toEqual({ text: 'id: 2\ndata: Bw==\n\n', last: 2 });
	socket.send(Uint8Array.of(1));
	socket.has(2);
	expect(socket.bufferedAmount).toBe(1);
});

test('[H9] a line that nobody asks for events ends after fifteen seconds, with all that it kept', async () => {
	vi.useFakeTimers();
	const alone = new HttpSocket();
	const ended: string[] = [];
	alone.on('close', () => ended.push('close')).on('gone', () => ended.push('gone'));
	await vi.advanceTimersByTimeAsync(14_000);
	expect(ended).toEqual([]);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(ended).toEqual(['gone', 'close']);
});

test('[H9] a stream that was left ends its line too, and one that comes back in time does not', async () => {
	const ended: string[] = [];
	socket.on('close', () => ended.push('close'));
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const open = async () => {
		const left = new AbortController();
		const response = await fetch(address, { signal: left.signal });
		return { leave: () => left.abort(), text: response.body!.getReader() };
	};
	for (const [nth, wait] of [14_000, 16_000].entries()) {
		const stream = await open();
		await stream.text.read();
		stream.leave();
		await expect.poll(() => left).toBe(nth + 1);
		expect(ended).toEqual([]);
		vi.advanceTimersByTime(wait);
	}
	await expect.poll(() => ended).toEqual(['close']);
});

test('[H11] what was not read counts, through every proxy: who reads slowly gets one difference', async () => {
	const connection = new Connection(
		socket,
		{ member, wantsAcks: true, pace: null },
		() => undefined
	);
	const frame = new Uint8Array(1024 * 1024);
	const asked: Uint8Array[] = [];
	const state = Uint8Array.of(9);
	const difference = (since: Uint8Array) => {
		asked.push(since);
		return [Uint8Array.of(7, 7)];
	};
	for (let nth = 0; nth < 100; nth++) connection.sendEdit(frame, () => state, difference);
	expect(socket.bufferedAmount).toBe(4 * 1024 * 1024);
	// Written to the network, and not yet said to be there.
	await poll(0);
	expect(asked).toEqual([]);
	socket.has(5);
	expect(asked).toEqual([state]);
	expect(socket.bufferedAmount).toBe(2);
	connection.ended();
});

test('[K1] over HTTP a sign of life is to ask for what comes after a ping', async () => {
	const connection = new Connection(socket, { member, wantsAcks: true, pace: null }, () => {});
	const ended: string[] = [];
	socket.on('close', () => ended.push('close'));
	connection.check(Uint8Array.of(1, 1, 0));
	expect(await poll(0)).toContain('event: ping');
	socket.has(2);
	connection.check(Uint8Array.of(1, 1, 0));
	await new Promise(setImmediate);
	expect(ended).toEqual([]);
	connection.check(Uint8Array.of(1, 1, 0));
	await expect.poll(() => ended).toEqual(['close']);
	connection.ended();
});
