import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Credentials } from '#server/credentials.ts';
import { isWelcomeOrigin, readEntry, type Entry } from './admission.ts';
import type { CloseCode } from './close-codes.ts';
import { HttpSocket } from './http-socket.ts';
import type { Metrics } from './metrics.ts';
import type { Socket } from './socket.ts';

/** So long the last events of lines may take to be asked for when the server stops. */
const CLOSE_WITHIN_MS = 2_000;

/** Answers that nobody may keep, change or hold back: not a browser, and not the proxies on the way. */
const HEADERS = {
	'cache-control': 'no-store, no-transform',
	'x-accel-buffering': 'no',
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};
const A_YEAR_SECONDS = 31_536_000;

const Count = z.coerce.number().int().min(0).catch(0);

export type Knock = (
	entry: Entry,
	shake: (then: (socket: Socket) => void) => void,
	turnAway: (code: CloseCode) => void
) => void;

export type HttpDoorOptions = {
	publicUrl: string;
	allowedOrigins: readonly string[];
	/** Decides about who opens a line, in the same way as about who opens a WebSocket. */
	knock: Knock;
	isClosing: () => boolean;
	metrics: Metrics;
};

type Line = { socket: HttpSocket; part: string; owner: Buffer };

/** The same door for who can't open a WebSocket: lines over HTTP, at the same address. */
export class HttpDoor {
	readonly #options: HttpDoorOptions;
	readonly #lines = new Map<string, Line>();

	constructor(options: HttpDoorOptions) {
		this.#options = options;
	}

	/** Answers a request below `/collab/`. */
	answer(request: IncomingMessage, response: ServerResponse): void {
		const { publicUrl, allowedOrigins, isClosing, metrics } = this.#options;
		// An answer that breaks ends nothing but itself.
		response.on('error', () => response.destroy());
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
		if (publicUrl.startsWith('https:')) {
			response.setHeader('strict-transport-security', `max-age=${A_YEAR_SECONDS}`);
		}
		const entry = readEntry(request, publicUrl);
		if (!entry) return refuse(response, 404);
		if (isForged(request, entry.credentials, allowedOrigins)) {
			metrics.turnedAway(403);
			return refuse(response, 403);
		}
		const query = new URL(request.url ?? '', 'http://localhost').searchParams;
		const id = query.get('line');
		if (request.method === 'POST' && id === null) {
			if (isClosing()) return refuse(response, 503);
			return this.#open(entry, response);
		}
		const socket = id === null ? undefined : this.#find(id, entry);
		if (!socket) return refuse(response, 404);
		const after = Count.parse(query.get('after'));
		if (request.method === 'GET') return read(socket, response, after, query.has('poll'));
		if (request.method === 'DELETE') {
			socket.terminate();
			return refuse(response, 204);
		}
		if (request.method !== 'POST') return refuse(response, 405);
		socket.has(after);
		void take(socket, request, response, Count.parse(query.get('from')));
	}

	/** Resolves when no line is left; who does not come for the last events in time goes without. */
	async emptied(): Promise<void> {
		const sockets = [...this.#lines.values()].map(({ socket }) => socket);
		const timer = setTimeout(() => {
			for (const socket of sockets) socket.terminate();
		}, CLOSE_WITHIN_MS);
		await Promise.all(
			sockets.map((socket) => new Promise<void>((gone) => socket.once('gone', gone)))
		);
		clearTimeout(timer);
	}

	#open(entry: Entry, response: ServerResponse): void {
		const { knock, isClosing } = this.#options;
		const answer = (said: object) => {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(said));
		};
		let socket: HttpSocket | undefined;
		const shake = (then: (socket: Socket) => void) => {
			if (isClosing()) return refuse(response, 503);
			socket = this.#add(entry);
			answer({ line: socket.id });
			then(socket);
		};
		// No status: proxies put pages of their own in the place of those above 400.
		knock(entry, shake, (code) => (socket ? socket.close(code) : answer({ close: code })));
	}

	#add({ part, credentials }: Entry): HttpSocket {
		const socket = new HttpSocket();
		this.#lines.set(socket.id, { socket, part, owner: ownerOf(credentials) });
		socket.on('refused', () => this.#options.metrics.refused('size', 0));
		socket.once('gone', () => this.#lines.delete(socket.id));
		return socket;
	}

	/** A line is its owner's: with another session it does not exist. */
	#find(id: string, { part, credentials }: Entry): HttpSocket | undefined {
		const line = this.#lines.get(id);
		if (line?.part !== part || !timingSafeEqual(line.owner, ownerOf(credentials))) return undefined;
		return line.socket;
	}
}

/**
 * Whether another site made a browser ask this with the cookies that it has of ours. A browser says from
 * where a change comes; that it reads says only newer ones, but without a line there is nothing to read.
 */
function isForged(
	request: IncomingMessage,
	credentials: Credentials,
	allowedOrigins: readonly string[]
): boolean {
	const { origin, 'sec-fetch-site': site } = request.headers;
	if (origin !== undefined) return !isWelcomeOrigin(request, allowedOrigins);
	if (credentials.token !== undefined) return false;
	if (request.method !== 'GET') return credentials.session !== undefined;
	return site !== undefined && site !== 'same-origin';
}

function ownerOf({ session, token }: Credentials): Buffer {
	return createHash('sha256')
		.update(JSON.stringify([session, token]))
		.digest();
}

function read(socket: HttpSocket, response: ServerResponse, after: number, isPoll: boolean): void {
	response.setHeader('content-type', isPoll ? 'text/plain' : 'text/event-stream');
	socket.has(after);
	socket.read(response, { after, isPoll });
}

const STATUS = { taken: 200, gap: 409, 'too large': 413, gone: 404 } as const;

async function take(
	socket: HttpSocket,
	request: IncomingMessage,
	response: ServerResponse,
	from: number
): Promise<void> {
	const taken = await socket.take(request, from);
	if (taken === 'too large') socket.refuse();
	if (taken !== 'taken') return refuse(response, STATUS[taken]);
	response.setHeader('content-type', 'text/plain');
	// Who does not get events up to here has a proxy that keeps them.
	response.end(String(socket.last));
}

function refuse(response: ServerResponse, status: number): void {
	response.statusCode = status;
	// What is still to come of its body is not read.
	if (status >= 400) response.setHeader('connection', 'close');
	response.end();
}
