import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CLOSE } from './close-codes.ts';
import { Intake } from './intake.ts';
import { LIMITS } from './limits.ts';
import { Outbox } from './outbox.ts';
import type { Socket } from './socket.ts';

/** So long nobody may ask for events before the other side is taken to be gone. */
const UNREAD_FOR_MS = 15_000;
/** Proxies cut off what says nothing for half a minute. */
const POLL_FOR_MS = 20_000;
/** About so much is made into text at once. */
const WRITE_BYTES = 256 * 1024;
/** Some proxies pass nothing on before they have as much as this. */
const PADDING = `:${' '.repeat(2048)}\n\n`;

type Reader = {
	response: ServerResponse;
	/** The number of the last event that was written to it. */
	sent: number;
	/** A poll is answered once, and then asked again. */
	isPoll: boolean;
};

/** What became of a body: `gap` when it begins beyond what was taken before it. */
export type Taken = 'taken' | 'gap' | 'too large' | 'gone';

type Events = {
	message: [frame: Buffer, isBinary: boolean];
	pong: [];
	/** What came is more than may come at once. */
	refused: [];
	close: [];
	/** Nothing of it can be asked any more. */
	gone: [];
};

/**
 * One line over HTTP, which is to a connection what a WebSocket is. Down go numbered events, in an answer
 * that stays open or in one answer for each poll; up come bodies that are pieces of one row of bytes.
 */
export class HttpSocket extends EventEmitter<Events> implements Socket {
	/** Nobody can guess it, and with another session it opens nothing. */
	readonly id = randomBytes(16).toString('base64url');
	readonly #outbox = new Outbox();
	readonly #intake = new Intake();
	#state: 'open' | 'closing' | 'gone' = 'open';
	#reader: Reader | null = null;
	#isFlushing = false;
	#unread = setTimeout(() => this.terminate(), UNREAD_FOR_MS);
	#pings: { number: number; written: () => void }[] = [];
	/** Bytes taken in since the line was opened. */
	#taken = 0;
	#body: IncomingMessage | null = null;
	#isPaused = false;
	#wake = () => {};

	get bufferedAmount(): number {
		return this.#outbox.bytes;
	}

	get isPaused(): boolean {
		return this.#isPaused;
	}

	/** The number of the last event: who has fewer has yet to get some. */
	get last(): number {
		return this.#outbox.last;
	}

	send(frame: Uint8Array): void {
		if (this.#state !== 'open') return;
		this.#outbox.add({ kind: 'frame', frame });
		this.#flushSoon();
	}

	sendPieces(pieces: readonly Uint8Array[]): void {
		this.send(Buffer.concat(pieces));
	}

	ping(_data?: undefined, _mask?: undefined, written = () => {}): void {
		if (this.#state !== 'open') return;
		this.#pings.push({ number: this.#outbox.add({ kind: 'ping' }), written });
		this.#flushSoon();
	}

	pause(): void {
		this.#isPaused = true;
	}

	resume(): void {
		this.#isPaused = false;
		this.#wake();
	}

	close(code: number): void {
		if (this.#state !== 'open') return;
		this.#state = 'closing';
		this.#outbox.add({ kind: 'close', code });
		this.#wake();
		this.#flushSoon();
		// Later, as sockets do: whoever closes it may be in the middle of all connections.
		setImmediate(() => this.emit('close'));
	}

	/** Ends it for who sent too much at once. */
	refuse(): void {
		this.emit('refused');
		this.close(CLOSE.badFrame);
	}

	terminate(): void {
		if (this.#state === 'gone') return;
		const wasOpen = this.#state === 'open';
		this.#state = 'gone';
		clearTimeout(this.#unread);
		this.#wake();
		// One that has ended is still on its way to who reads it.
		if (!this.#reader?.response.writableEnded) this.#reader?.response.destroy();
		this.#body?.destroy();
		this.emit('gone');
		if (wasOpen) setImmediate(() => this.emit('close'));
	}

	/** The other side has all events up to this number, which it can't have made up. */
	has(number: number): void {
		if (number > this.#outbox.last) return;
		this.#outbox.has(number);
		const waiting = this.#pings.findIndex((ping) => ping.number > number);
		const answered = this.#pings.splice(0, waiting < 0 ? this.#pings.length : waiting);
		if (answered.length > 0) this.emit('pong');
		for (const { written } of answered) written();
		if (this.#state === 'closing' && number === this.#outbox.last) this.terminate();
	}

	/** Gives events to this answer, from the first after `after`; an older answer ends. */
	read(response: ServerResponse, { after, isPoll }: { after: number; isPoll: boolean }): void {
		this.#reader?.response.end();
		clearTimeout(this.#unread);
		const reader = { response, sent: after, isPoll };
		this.#reader = reader;
		const enough = isPoll ? setTimeout(() => response.end(), POLL_FOR_MS) : undefined;
		response.once('close', () => {
			clearTimeout(enough);
			if (this.#reader === reader) this.#leftAlone();
		});
		if (!isPoll) response.write(PADDING);
		this.#flushSoon();
	}

	/**
	 * Takes what is new of a body that begins at byte `from` of all that was sent. Resolves when it is all
	 * taken, however long the socket is paused; a later body takes over from this one.
	 */
	async take(body: IncomingMessage, from: number): Promise<Taken> {
		if (this.#state !== 'open') return 'gone';
		if (from > this.#taken) return 'gap';
		// Its sender gave it up, or would not send again.
		this.#body?.destroy();
		this.#body = body;
		this.#wake();
		let at = from;
		try {
			for await (const chunk of body.iterator({ destroyOnReturn: false })) {
				at += chunk.length;
				if (at - from > LIMITS.bodyBytes) return 'too large';
				let rest = chunk.subarray(Math.max(0, chunk.length - (at - this.#taken)));
				while (rest.length > 0) {
					if (!(await this.#mayTake(body))) return 'gone';
					rest = rest.subarray(this.#takeFrame(rest));
				}
			}
		} catch {
			// It broke off: its sender begins again where we are.
			return 'gone';
		} finally {
			if (this.#body === body) this.#body = null;
		}
		return 'taken';
	}

	async #mayTake(body: IncomingMessage): Promise<boolean> {
		while (this.#isPaused && this.#state === 'open' && this.#body === body) {
			await new Promise<void>((resolve) => (this.#wake = resolve));
		}
		return this.#state === 'open' && this.#body === body;
	}

	#takeFrame(bytes: Buffer): number {
		const { used, frame } = this.#intake.take(bytes);
		this.#taken += used;
		if (frame === 'too long') this.refuse();
		else if (frame) this.emit('message', frame, true);
		return used;
	}

	#leftAlone(): void {
		this.#reader = null;
		if (this.#state === 'gone') return;
		this.#unread = setTimeout(() => this.terminate(), UNREAD_FOR_MS);
	}

	// All of one turn in one piece.
	#flushSoon(): void {
		if (this.#isFlushing) return;
		this.#isFlushing = true;
		setImmediate(() => {
			this.#isFlushing = false;
			this.#flush();
		});
	}

	#flush(): void {
		const reader = this.#reader;
		if (!reader || reader.response.writableEnded || reader.response.writableNeedDrain) return;
		const { text, last } = this.#outbox.after(reader.sent, WRITE_BYTES);
		const isAll = last === this.#outbox.last;
		const isLast = isAll && this.#state === 'closing';
		reader.sent = last;
		if (isLast) reader.response.once('finish', () => this.terminate());
		if (isLast || (reader.isPoll && text)) reader.response.end(text);
		else if (text && !reader.response.write(text)) {
			reader.response.once('drain', () => this.#flush());
		} else if (!isAll) this.#flushSoon();
	}
}
