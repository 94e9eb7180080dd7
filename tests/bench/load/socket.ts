import { connect, type Socket } from 'node:net';

/** What a socket hears. `frame` is only valid during the call. */
export type Ear = {
	opened(): void;
	heard(frame: Buffer): void;
	/** The status of HTTP when there was no handshake; undefined: without a close frame. */
	closed(code: number | undefined): void;
};

export type Address = {
	port: number;
	path: string;
	cookie?: string;
	headers?: Record<string, string>;
};

const TEXT_OR_BINARY = [1, 2];
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** All sockets read into it in turn: each is done with it before the next one reads. */
const shared = Buffer.allocUnsafe(256 * 1024);

/**
 * A websocket that costs next to nothing, so that one process can be a thousand people: no extensions,
 * no fragments, and a mask of noughts, which a server can't tell from another.
 */
export class RawSocket {
	readonly #socket: Socket;
	readonly #ear: Ear;
	#isOpen = false;
	#rest: Buffer | null = null;
	#code: number | undefined;

	constructor(address: Address, ear: Ear) {
		const { port, path, cookie, headers = {} } = address;
		this.#ear = ear;
		this.#socket = connect({
			port,
			host: '127.0.0.1',
			noDelay: true,
			onread: {
				buffer: shared,
				callback: (length) => {
					this.#read(shared.subarray(0, length));
					return true;
				}
			}
		});
		this.#socket.on('error', () => {});
		this.#socket.on('close', () => ear.closed(this.#code));
		this.#socket.on('connect', () => {
			const lines = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`];
			lines.push('Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13');
			lines.push('Sec-WebSocket-Key: d2lzc2Vsd2Vya2luZyEhIQ==');
			if (cookie) lines.push(`Cookie: ${cookie}`);
			for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
			this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`);
		});
	}

	send(frame: Uint8Array): void {
		this.#write(2, frame);
	}

	/** Bytes as they are, whether or not they are a frame. */
	sendRaw(bytes: Uint8Array): void {
		if (!this.#socket.destroyed) this.#socket.write(bytes);
	}

	/** Reads nothing any more. */
	pause(): void {
		this.#socket.pause();
	}

	resume(): void {
		this.#socket.resume();
	}

	/** Leaves as a browser does. */
	close(): void {
		this.#write(CLOSE, Buffer.from([3, 232]));
		this.#socket.end();
	}

	drop(): void {
		this.#socket.destroy();
	}

	#write(kind: number, payload: Uint8Array): void {
		this.sendRaw(wireFrame(kind, payload));
	}

	#read(chunk: Buffer): void {
		let bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
		this.#rest = null;
		if (!this.#isOpen) {
			const end = bytes.indexOf('\r\n\r\n');
			if (end < 0) return this.#keep(bytes);
			if (!bytes.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
				this.#code = Number(bytes.toString('latin1', 9, 12));
				return this.drop();
			}
			this.#isOpen = true;
			bytes = bytes.subarray(end + 4);
			this.#ear.opened();
		}
		let at = 0;
		while (bytes.length - at >= 2) {
			const short = bytes[at + 1]!;
			const size = short < 126 ? 2 : short === 126 ? 4 : 10;
			if (bytes.length - at < size) break;
			const length = size === 2 ? short : readLength(bytes, at + 2, size - 2);
			if (bytes.length - at < size + length) break;
			this.#take(bytes[at]!, bytes.subarray(at + size, at + size + length));
			at += size + length;
		}
		if (at < bytes.length) this.#keep(bytes.subarray(at));
	}

	#take(first: number, payload: Buffer): void {
		const kind = first & 15;
		if (TEXT_OR_BINARY.includes(kind)) return this.#ear.heard(payload);
		if (kind === PING) return this.#write(PONG, payload);
		if (kind !== CLOSE) return;
		this.#code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
		this.close();
	}

	#keep(bytes: Buffer): void {
		this.#rest = Buffer.from(bytes);
	}
}

/** A frame as it goes over the wire. */
export function wireFrame(kind: number, payload: Uint8Array): Buffer {
	const { length } = payload;
	const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
	const frame = Buffer.alloc(size + 4 + length);
	frame[0] = 128 | kind;
	if (size === 2) frame[1] = 128 | length;
	if (size === 4) {
		frame[1] = 128 | 126;
		frame.writeUInt16BE(length, 2);
	}
	if (size === 10) {
		frame[1] = 128 | 127;
		frame.writeBigUInt64BE(BigInt(length), 2);
	}
	frame.set(payload, size + 4);
	return frame;
}

function readLength(bytes: Buffer, at: number, size: number): number {
	return size === 2 ? bytes.readUInt16BE(at) : Number(bytes.readBigUInt64BE(at));
}
