import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { HttpDoor } from '#ws/http-door.ts';
import { Metrics } from '#ws/metrics.ts';
import { WebSocketLine } from '#ws/web-socket.ts';
import type { Socket } from '#ws/socket.ts';
import { LineSocket } from './line-socket.ts';

const PRESENCE = Uint8Array.of(1, 1, 0);
const STEP_1 = Uint8Array.of(0, 0, 1, 0);
const STEP_2 = Uint8Array.of(0, 1, 2, 0, 0);

/** What becomes of a websocket. `deaf`: what the server says comes through, what we say does not. */
type Network = 'open' | 'refused' | 'silent' | 'closed at once' | 'deaf';

let network: Network;
/** With what the server itself turns everybody away. */
let refusal: number | null;
let isOverHttp: boolean;
let server: Server;
let sockets: WebSocketServer;
let came: string[];
let polled: number;
let lines: LineSocket[];

beforeEach(async () => {
	sessionStorage.clear();
	[network, refusal, isOverHttp, came, polled, lines] = ['open', null, true, [], 0, []];
	sockets = new WebSocketServer({ noServer: true });
	const http = new HttpDoor({
		publicUrl: 'http://house',
		allowedOrigins: [],
		isClosing: () => false,
		metrics: new Metrics(),
		knock: (_, shake, turnAway) => {
			came.push('http');
			if (refusal) turnAway(refusal as 4401);
			else shake(serve);
		}
	});
	server = createServer((request, response) => {
		if (request.url?.includes('poll=1')) polled++;
		if (isOverHttp) http.answer(request, response);
		else response.destroy();
	});
	server.on('upgrade', (request, socket, head) => {
		came.push('websocket');
		if (network === 'refused') return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		sockets.handleUpgrade(request, socket, head, (opened) => {
			if (network === 'closed at once') opened.close();
			else if (network === 'deaf') opened.send(PRESENCE);
			else if (refusal) opened.close(refusal);
			else if (network === 'open') serve(new WebSocketLine(opened, socket));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
});

afterEach(() => {
	vi.useRealTimers();
	for (const line of lines) line.close();
	for (const socket of sockets.clients) socket.terminate();
	server.closeAllConnections();
	server.close();
});

/** As the live door does: says something at once, and answers a question. */
function serve(socket: Socket): void {
	socket.send(PRESENCE);
	socket.on('message', () => socket.send(STEP_2));
}

/** A line, and what its page sees of it; it asks for the text as soon as it is open. */
function open() {
	const { port } = server.address() as AddressInfo;
	const line = new LineSocket(`ws://127.0.0.1:${port}/collab/part?ack=1`);
	const seen: string[] = [];
	line.onopen = () => {
		seen.push('open');
		line.send(STEP_1);
	};
	line.onmessage = ({ data }) => seen.push([...new Uint8Array(data)].join());
	line.onclose = ({ code }) => seen.push(`closed ${code}`);
	lines.push(line);
	return { line, seen };
}

const WORKS = ['open', '1,1,0', '0,1,2,0,0'];

test('[H14] where websockets get through, nothing goes over HTTP', async () => {
	const { seen } = open();
	await expect.poll(() => seen).toEqual(WORKS);
	expect(came).toEqual(['websocket']);
});

test.each(['refused', 'closed at once'] as const)(
	'[H14] where they are %s, a page goes over HTTP without a word, and does so first from then on',
	async (what) => {
		network = what;
		const { seen } = open();
		await expect.poll(() => seen).toEqual(WORKS);
		expect(came).toEqual(['websocket', 'http']);
		const next = open();
		await expect.poll(() => next.seen).toEqual(WORKS);
		expect(came).toEqual(['websocket', 'http', 'http']);
	}
);

test('[H14] where nothing comes through them, a page goes over HTTP after four seconds', async () => {
	network = 'silent';
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const { seen } = open();
	await expect.poll(() => came).toEqual(['websocket']);
	vi.advanceTimersByTime(4_000);
	await expect.poll(() => seen).toEqual(WORKS);
	expect(came).toEqual(['websocket', 'http']);
});

test('[H14] where only the server is heard, a page goes over HTTP when it is not answered', async () => {
	network = 'deaf';
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const { seen } = open();
	await expect.poll(() => seen).toEqual(['open', '1,1,0']);
	vi.advanceTimersByTime(15_000);
	expect(seen.at(-1)).toBe('closed 1006');
	const next = open();
	await expect.poll(() => next.seen).toEqual(WORKS);
	expect(came).toEqual(['websocket', 'http']);
});

test('[H14] what the server says when it closes is no reason to go over HTTP', async () => {
	for (const code of [4401, 4404, 4503, 1012, 1013]) {
		refusal = code;
		came = [];
		const { seen } = open();
		await expect.poll(() => seen).toEqual([`closed ${code}`]);
		expect(came).toEqual(['websocket']);
	}
	network = 'refused';
	const { seen } = open();
	await expect.poll(() => seen).toEqual(['closed 1013']);
	expect(came.slice(-2)).toEqual(['websocket', 'http']);
});

test('[H14] when the server is not there at all the line is lost, as any', async () => {
	network = 'refused';
	isOverHttp = false;
	const { seen } = open();
	await expect.poll(() => seen).toEqual(['closed 1006']);
});

test('[H14] who had a websocket in this tab tries it three times before going over HTTP', async () => {
	const first = open();
	await expect.poll(() => first.seen).toEqual(WORKS);
	network = 'refused';
	for (let nth = 0; nth < 3; nth++) {
		const { seen } = open();
		await expect.poll(() => seen).toEqual(['closed 1006']);
	}
	expect(came).not.toContain('http');
	const { seen } = open();
	await expect.poll(() => seen).toEqual(WORKS);
	expect(came.at(-1)).toBe('http');
});

test('[H14] over HTTP it is tried every five minutes, unseen, whether the next line can be a websocket', async () => {
	network = 'refused';
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const { line, seen } = open();
	await expect.poll(() => seen).toEqual(WORKS);
	vi.advanceTimersByTime(5 * 60_000);
	await expect.poll(() => came).toEqual(['websocket', 'http', 'websocket']);
	// Nothing was said for so long that it polls by now.
	await expect.poll(() => polled).toBe(1);
	network = 'open';
	vi.advanceTimersByTime(5 * 60_000 + 4_000);
	await expect.poll(() => came.length).toBe(4);
	await expect.poll(() => sockets.clients.size).toBe(0);
	expect(seen).toEqual(WORKS);
	expect(line.readyState).toBe(line.OPEN);
	const next = open();
	await expect.poll(() => next.seen).toEqual(WORKS);
	expect(came.at(-1)).toBe('websocket');
});

test('[H14] a network that lets websockets through again is found when HTTP fails', async () => {
	network = 'refused';
	const first = open();
	await expect.poll(() => first.seen).toEqual(WORKS);
	network = 'open';
	isOverHttp = false;
	const next = open();
	await expect.poll(() => next.seen).toEqual(WORKS);
	expect(came.at(-1)).toBe('websocket');
});
