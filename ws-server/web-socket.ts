import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { CLOSE } from './close-codes.ts';
import type { Socket } from './socket.ts';
import { headOf, onWire } from './wire.ts';

/** ws's own codes for frames that can't be: after those a stock client comes back and sends it again. */
const UNREADABLE = new Set([1002, 1007, 1009]);

export class RoomSocket extends WebSocket {
	override close(code?: number, reason?: string): void {
		super.close(code && UNREADABLE.has(code) ? CLOSE.badFrame : code, reason);
	}
}

/**
 * A WebSocket as connections use it. Everything but sending is left to ws, which writes head and body of
 * each frame apart, anew for each of all who get the same.
 */
export class WebSocketLine implements Socket {
	readonly #socket: WebSocket;
	/** What the socket is carried by. Nothing is compressed, so ws keeps nothing back that would come first. */
	readonly #stream: Duplex;

	constructor(socket: WebSocket, stream: Duplex) {
		this.#socket = socket;
		this.#stream = stream;
	}

	get bufferedAmount(): number {
		return this.#socket.bufferedAmount;
	}

	get isPaused(): boolean {
		return this.#socket.isPaused;
	}

	send(frame: Uint8Array): void {
		if (this.#socket.readyState === WebSocket.OPEN) this.#stream.write(onWire(frame));
	}

	sendPieces(pieces: readonly Uint8Array[]): void {
		if (this.#socket.readyState !== WebSocket.OPEN) return;
		this.#stream.cork();
		this.#stream.write(headOf(pieces.reduce((length, piece) => length + piece.length, 0)));
		for (const piece of pieces) this.#stream.write(piece);
		this.#stream.uncork();
	}

	ping(data?: undefined, mask?: undefined, written?: () => void): void {
		this.#socket.ping(data, mask, written);
	}

	pause(): void {
		this.#socket.pause();
	}

	resume(): void {
		this.#socket.resume();
	}

	close(code: number): void {
		this.#socket.close(code);
	}

	terminate(): void {
		this.#socket.terminate();
	}

	on(event: 'message', listener: (data: unknown, isBinary: boolean) => void): this;
	on(event: 'pong' | 'close', listener: () => void): this;
	on(
		event: 'message' | 'pong' | 'close',
		listener: (data: unknown, isBinary: boolean) => void
	): this {
		this.#socket.on(event, listener);
		return this;
	}
}
