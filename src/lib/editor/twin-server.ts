import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';

/**
 * The live door in memory, for tests: it speaks what ws-server speaks, through the page's own
 * WebSocket, and can be told to fail.
 */
export class TwinServer {
	readonly doc = new Y.Doc();
	readonly awareness = new Awareness(this.doc);
	readonly sockets = new Set<TwinSocket>();
	/** Keeps acknowledgements back, as a database that hangs. */
	holdsAcks = false;
	/** Closes whoever comes, with this code. */
	refusesWith: number | null = null;
	/** Whether people may keep their unsent edits on their device. */
	mayKeep = false;
	/** Who comes in reads. */
	reads = false;
	/** Where the last one came to. */
	url: URL | null = null;
	/** All that was written, as it came: no Y.Doc says what became of it. */
	#log: Uint8Array[] = [];

	constructor(content?: Uint8Array) {
		this.awareness.setLocalState(null);
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (!(origin instanceof TwinSocket)) this.#take(update, null);
		});
		if (content) Y.applyUpdate(this.doc, content);
		this.awareness.on('update', ({ added, updated, removed }: Record<string, number[]>) => {
			const clients = [...(added ?? []), ...(updated ?? []), ...(removed ?? [])];
			const update = encodeAwarenessUpdate(this.awareness, clients);
			this.#broadcast(
				frame(PRESENCE, (encoder) => encoding.writeVarUint8Array(encoder, update)),
				null
			);
		});
	}

	/** Takes the place of the network until the returned function is called. */
	install(): () => void {
		const real = globalThis.WebSocket;
		globalThis.WebSocket = socketOf(this);
		return () => {
			for (const socket of this.sockets) socket.drop(1001);
			globalThis.WebSocket = real;
		};
	}

	closeAll(code: number): void {
		for (const socket of [...this.sockets]) socket.drop(code);
	}

	/** Closes the one who came so many before others. */
	close(code: number, nth: number): void {
		[...this.sockets][nth]?.drop(code);
	}

	acknowledge(): void {
		this.holdsAcks = false;
		for (const socket of this.sockets) socket.acknowledge();
	}

	notify(notice: unknown): void {
		this.#broadcast(noticeFrame(notice), null);
	}

	/** What somebody wrote becomes part of the text, and goes to the others. */
	write(update: Uint8Array, from: unknown): void {
		Y.applyUpdate(this.doc, update, from);
		this.#take(update, from);
	}

	/** What somebody lacks who has this of the text. */
	lackedBy(state: Uint8Array): Uint8Array {
		return Y.diffUpdate(Y.mergeUpdates(this.#log), state);
	}

	#take(update: Uint8Array, from: unknown): void {
		this.#log.push(update);
		this.#broadcast(
			frame(SYNC, (encoder) => sync.writeUpdate(encoder, update)),
			from
		);
	}

	#broadcast(bytes: Uint8Array, except: unknown): void {
		for (const socket of this.sockets) if (socket !== except) socket.deliver(bytes);
	}
}

const SYNC = 0;
const PRESENCE = 1;
const ACK = 100;
const NOTICE = 101;

function frame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, type);
		write(encoder);
	});
}

function noticeFrame(notice: unknown): Uint8Array {
	const text = JSON.stringify(notice);
	return frame(NOTICE, (encoder) => encoding.writeVarString(encoder, text));
}

function socketOf(server: TwinServer): typeof WebSocket {
	return class extends TwinSocket {
		constructor(url: string | URL) {
			super(server, new URL(url));
		}
	} as unknown as typeof WebSocket;
}

class TwinSocket {
	readonly OPEN = 1;
	readyState = 0;
	binaryType = 'arraybuffer';
	onopen: (() => void) | null = null;
	onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
	onclose: ((event: { code: number; reason: string }) => void) | null = null;
	onerror: (() => void) | null = null;
	readonly #server: TwinServer;
	#taken = 0;

	constructor(server: TwinServer, url: URL) {
		this.#server = server;
		server.url = url;
		setTimeout(() => this.#open());
	}

	#open(): void {
		if (this.readyState !== 0) return;
		if (this.#server.refusesWith) return this.drop(this.#server.refusesWith);
		this.readyState = 1;
		this.#server.sockets.add(this);
		this.onopen?.();
		this.deliver(frame(SYNC, (encoder) => sync.writeSyncStep1(encoder, this.#server.doc)));
		this.deliver(noticeFrame({ kind: 'keep', may: this.#server.mayKeep }));
		if (this.#server.reads) this.deliver(noticeFrame({ kind: 'write', may: false }));
	}

	send(bytes: Uint8Array): void {
		if (this.readyState !== 1) return;
		// A copy, later: as bytes from a network.
		const sent = bytes.slice();
		setTimeout(() => this.readyState === 1 && this.#receive(sent));
	}

	close(): void {
		this.drop(1000);
	}

	#receive(bytes: Uint8Array): void {
		const decoder = decoding.createDecoder(bytes);
		const type = decoding.readVarUint(decoder);
		if (type === PRESENCE) {
			const update = decoding.readVarUint8Array(decoder);
			return applyAwarenessUpdate(this.#server.awareness, update, this);
		}
		const step = decoding.readVarUint(decoder);
		const content = decoding.readVarUint8Array(decoder);
		if (step === sync.messageYjsSyncStep1) {
			const lacked = this.#server.lackedBy(content);
			return this.deliver(
				frame(SYNC, (encoder) => {
					encoding.writeVarUint(encoder, sync.messageYjsSyncStep2);
					encoding.writeVarUint8Array(encoder, lacked);
				})
			);
		}
		this.#server.write(content, this);
		this.#taken += 1;
		if (!this.#server.holdsAcks) this.acknowledge();
	}

	acknowledge(): void {
		this.deliver(frame(ACK, (encoder) => encoding.writeVarUint(encoder, this.#taken)));
	}

	deliver(bytes: Uint8Array): void {
		const data = bytes.slice().buffer;
		setTimeout(() => this.readyState === 1 && this.onmessage?.({ data }));
	}

	drop(code: number): void {
		if (this.readyState === 3) return;
		this.readyState = 3;
		this.#server.sockets.delete(this);
		setTimeout(() => this.onclose?.({ code, reason: '' }));
	}
}
