import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Ring } from '#server/bus.ts';
import type { Context } from '#server/context.ts';
import { isBelowDoor, isWelcomeOrigin, readEntry, type Entry } from './admission.ts';
import { CLOSE, type CloseCode } from './close-codes.ts';
import { Connection, type Traits } from './connection.ts';
import { sendAway } from './departure.ts';
import { Doorkeeper } from './doorkeeper.ts';
import { Guests } from './guests.ts';
import { HttpDoor, type Knock } from './http-door.ts';
import { HttpSocket } from './http-socket.ts';
import { LIMITS } from './limits.ts';
import { Metrics } from './metrics.ts';
import type { Refusal } from './protocol.ts';
import { Rooms } from './rooms.ts';
import { SignsOfLife } from './signs-of-life.ts';
import type { Socket } from './socket.ts';
import { openUpdateLog, type UpdateLog } from './update-log.ts';
import { RoomSocket, WebSocketLine } from './web-socket.ts';

/** A socket that does not answer the close any more is cut off. */
const CLOSE_WITHIN_MS = 2_000;

const REFUSED_MAY_SEND_BYTES = 4096;

export type LiveDoorOptions = {
	/** Origins of pages that may open a socket, beside pages of the host that is asked. */
	allowedOrigins: readonly string[];
	/** Hears of failures that people notice. Never gets text or titles. */
	report?: (what: string, error: unknown) => void;
	/** What counts what happens here; may outlive this door. */
	metrics?: Metrics;
	/** Another place for the texts than the database. */
	log?: UpdateLog;
	/** Somebody else takes upgrades of this server too: what is not below `/collab/` is theirs to answer. */
	sharesUpgrades?: boolean;
	/** How fast each connection is read; null: as fast as it sends. */
	pace?: Traits['pace'];
	/** So long an empty room stays open: people reload pages. */
	unloadAfterMs?: number;
	/** After this it is decided again whether somebody may stay. */
	leaseMs?: number;
	/** Over so long people are sent to other nodes when this one stops; 0: all at once. */
	departMs?: number;
};

export type LiveDoor = {
	/** Answers a request below `/collab/`, of who can't open a WebSocket; false when it is for somebody else. */
	answer(request: IncomingMessage, response: ServerResponse): boolean;
	/** Lets nobody in any more, stores and acknowledges what came in, and sends everybody away. */
	close(): Promise<void>;
};

/**
 * Answers every upgrade of this server: `/collab/<part id>` is a live door, nothing else is. Requests are
 * for the caller to pass on.
 */
export function attachLiveDoor(
	server: Server,
	context: Context,
	{
		allowedOrigins,
		report: tell = () => {},
		metrics = new Metrics(),
		log = openUpdateLog(context.db),
		sharesUpgrades = false,
		pace = LIMITS.pace,
		unloadAfterMs = 60_000,
		leaseMs = 30_000,
		departMs = context.bus.isShared ? 10_000 : 0
	}: LiveDoorOptions
): LiveDoor {
	const report = (what: string, error: unknown) => tell(what, rootOf(error));
	const sockets = new WebSocketServer({
		noServer: true,
		WebSocket: RoomSocket,
		maxPayload: LIMITS.frameBytes,
		perMessageDeflate: false
	});
	// Who is turned away gets no room for anything that they might say to that.
	const refusals = new WebSocketServer({
		noServer: true,
		WebSocket: RoomSocket,
		maxPayload: REFUSED_MAY_SEND_BYTES,
		perMessageDeflate: false
	});
	const rooms = new Rooms(context, { log, unloadAfterMs, metrics, report });
	const guests = new Guests(leaseMs, report);
	const doorkeeper = new Doorkeeper(context);
	const signsOfLife = new SignsOfLife();
	let isClosing = false;

	const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		// First, and whatever is asked: a socket that breaks with nobody listening ends the process.
		socket.on('error', () => socket.destroy());
		const entry = readEntry(request, context.publicUrl);
		if (!entry) {
			if (sharesUpgrades && !isBelowDoor(request)) return;
			return refuse(socket, '404 Not Found');
		}
		if (isClosing) return refuse(socket, '503 Service Unavailable');
		if (!isWelcomeOrigin(request, allowedOrigins)) {
			metrics.turnedAway(403);
			return refuse(socket, '403 Forbidden');
		}
		const open = (sockets: WebSocketServer, then: (socket: Socket) => void) => {
			if (isClosing) return refuse(socket, '503 Service Unavailable');
			// The handshake, and all that who comes in is told at once, in one write.
			socket.cork();
			process.nextTick(() => socket.uncork());
			sockets.handleUpgrade(request, socket, head, (opened) => {
				// Without a listener an error would end the process; ws closes the socket by itself.
				opened.on('error', (error) => {
					const reason = reasonOfSocket(error);
					if (reason) metrics.refused(reason, 0);
				});
				then(new WebSocketLine(opened, socket));
			});
		};
		// A browser tells its page why a socket closed, but not why a handshake failed.
		const turnAway = (code: CloseCode) =>
			open(refusals, (opened) => {
				opened.close(code);
				setTimeout(() => opened.terminate(), CLOSE_WITHIN_MS).unref();
			});
		knock(entry, (then) => open(sockets, then), turnAway);
	};

	const knock: Knock = (entry, shake, refuse) => {
		const turnAway = (code: CloseCode) => {
			metrics.turnedAway(code);
			refuse(code);
		};
		letIn(entry, shake, turnAway).catch((error: unknown) => {
			report('somebody could not be let in', error);
			turnAway(CLOSE.comeBack);
		});
	};

	async function letIn(
		entry: Entry,
		shake: (then: (socket: Socket) => void) => void,
		turnAway: (code: CloseCode) => void
	): Promise<void> {
		const changes = guests.changes;
		const verdict = await doorkeeper.decide(entry);
		if (verdict.may === 'not enter') return turnAway(verdict.code);
		const { member, part } = verdict;
		await rooms.enter(part, (room) => {
			const own = guests.socketsOf(member.person);
			if (own >= LIMITS.socketsOfPerson || room.size >= LIMITS.socketsInPart) {
				return turnAway(CLOSE.tooMany);
			}
			shake((socket) => {
				const traits = { member, wantsAcks: entry.wantsAcks, pace };
				const connection = new Connection(
					socket,
					traits,
					(frame) => room.receive(connection, frame),
					() => metrics.refused('message', 0)
				);
				const left = metrics.entered(socket instanceof HttpSocket ? 'http' : 'websocket');
				const unwatched = signsOfLife.watch(connection);
				socket.on('close', () => {
					left();
					unwatched();
					connection.ended();
					guests.left(connection);
					room.leave(connection);
				});
				// First: who may have to leave again is told nothing of who is in the room.
				guests.welcome(connection, verdict, () => doorkeeper.decide(entry), changes);
				room.join(connection);
			});
		});
	}

	const lines = new HttpDoor({
		publicUrl: context.publicUrl,
		allowedOrigins,
		knock,
		isClosing: () => isClosing,
		metrics
	});

	const hear = (ring: Ring) => {
		if (ring.kind === 'access') {
			doorkeeper.accessChanged();
			guests.accessChanged(ring);
		}
		if (ring.kind === 'updates') void rooms.of(ring.part)?.catchUp();
		if (ring.kind === 'review') rooms.of(ring.part)?.notice({ kind: 'review' });
		if (ring.kind === 'document' && ring.title !== undefined) {
			rooms.notice(ring.document, { kind: 'title', title: ring.title });
		}
	};

	const stopCounting = metrics.watch(() => ({
		...rooms.standing,
		bufferedBytes: buffered(guests)
	}));
	const stopListening = context.bus.listen(hear);
	server.on('upgrade', upgrade);
	const notRefreshed = (error: unknown) => report('a text could not be refreshed', error);
	const refreshed = rooms.refreshStale().catch(notRefreshed);
	void rooms.compactNeglected();

	return {
		answer(request, response) {
			const isOurs = isBelowDoor(request);
			if (isOurs) lines.answer(request, response);
			return isOurs;
		},
		async close() {
			isClosing = true;
			if (departMs > 0) await sendAway(guests.connections, departMs);
			stopCounting();
			stopListening();
			guests.stop();
			signsOfLife.stop();
			for (const connection of guests.connections) connection.hold('departure');
			await rooms.settled();
			await refreshed;
			await rooms.close();
			await Promise.all([emptied(sockets), emptied(refusals), lines.emptied()]);
			// Goes on listening: with nobody there, a late upgrade would be a socket without an answer.
		}
	};
}

// A failed query repeats its parameters, and those are what people wrote.
function rootOf(error: unknown): unknown {
	return error instanceof Error && error.cause ? rootOf(error.cause) : error;
}

/** Why ws refused what came, before it was a frame; undefined when the line just broke. */
function reasonOfSocket(error: Error): Refusal | undefined {
	const code = 'code' in error ? String(error.code) : '';
	if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return 'size';
	return code.startsWith('WS_ERR_') ? 'message' : undefined;
}

function buffered({ connections }: Guests): number {
	let bytes = 0;
	for (const { bufferedBytes } of connections) bytes += bufferedBytes;
	return bytes;
}

function refuse(socket: Duplex, status: string): void {
	// Who asks may never close its half.
	socket.once('finish', () => socket.destroy());
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Resolves when no socket is left. */
async function emptied(sockets: WebSocketServer): Promise<void> {
	const timer = setTimeout(() => {
		for (const socket of sockets.clients) socket.terminate();
	}, CLOSE_WITHIN_MS);
	const gone = [...sockets.clients].map((socket) =>
		socket.readyState === socket.CLOSED
			? undefined
			: new Promise((resolve) => socket.once('close', resolve))
	);
	await Promise.all(gone);
	clearTimeout(timer);
}
