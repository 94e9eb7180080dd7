import type { Dialect } from './dialect.ts';
import { RawSocket } from './socket.ts';
import type { Typist } from './typist.ts';

/** Hears all frames after the first exchange; decodes a frame once for all who get the same. */
export type Listener = (guest: Guest, frame: Buffer) => void;

/** One person in one room. */
export class Guest {
	readonly nth: number;
	readonly room: string;
	readonly dialect: Dialect;
	typist: Typist | null = null;
	/** Characters of others that came in. */
	received = 0;
	/** Frames with text in them, after the first exchange. */
	updates = 0;
	/** Sync messages that were sent, and when: what acknowledgements count. */
	readonly sentAt: number[] = [];
	acked = 0;
	/** Every update that came in, for who asked for that. */
	kept: Uint8Array[] | null;
	lastHeardAt = 0;
	isClosed = false;
	code: number | undefined;
	/** Resolves when the text is there; rejects when they are sent away before. */
	readonly synced: Promise<void>;
	readonly #socket: RawSocket;
	readonly #resolve: () => void;
	#isAnswered = false;
	#isSynced = false;
	#bytes = 0;

	constructor(
		{ nth, room, port, cookie }: { nth: number; room: string; port: number; cookie?: string },
		{ dialect, keeps, awaitsBytes }: { dialect: Dialect; keeps: boolean; awaitsBytes: number },
		listener: Listener
	) {
		this.nth = nth;
		this.room = room;
		this.dialect = dialect;
		this.kept = keeps ? [] : null;
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		this.synced = promise;
		this.#resolve = resolve;
		this.#socket = new RawSocket(
			{ port, path: dialect.path, cookie },
			{
				opened: () => this.#enter(),
				heard: (frame) => this.#hear(frame, awaitsBytes, listener),
				closed: (code) => {
					this.isClosed = true;
					this.code = code;
					reject(new Error(`sent away with ${code ?? 'nothing'}`));
				}
			}
		);
		promise.catch(() => {});
	}

	/** Sends an update; false when there is nobody to send it to. */
	send(update: Uint8Array, now: number): boolean {
		if (this.isClosed) return false;
		this.sentAt.push(now);
		this.#socket.send(this.dialect.update(update));
		return true;
	}

	sendPresence(entries: Uint8Array): void {
		if (!this.isClosed) this.#socket.send(this.dialect.presence(entries));
	}

	leave(): void {
		if (!this.isClosed) this.#socket.close();
	}

	#enter(): void {
		const { hello, question } = this.dialect;
		if (hello) this.#socket.send(hello);
		else if (question) this.#socket.send(question);
		else this.#synced();
	}

	#hear(frame: Buffer, awaitsBytes: number, listener: Listener): void {
		if (this.#isSynced) listener(this, frame);
		if (this.#isSynced && !this.kept) return;
		const heard = this.dialect.read(frame);
		if (heard.kind === 'admitted' && this.dialect.question) {
			this.#socket.send(this.dialect.question);
		}
		if (heard.kind === 'asked') {
			this.sentAt.push(performance.now());
			this.#socket.send(this.dialect.nothing);
		}
		if (heard.kind !== 'answer' && heard.kind !== 'update') return;
		this.lastHeardAt = performance.now();
		this.kept?.push(heard.update.slice());
		if (this.#isSynced) return;
		this.#bytes += heard.update.length;
		this.#isAnswered ||= heard.kind === 'answer';
		// One of the servers answers before it has read what it stored, and tells the rest later.
		if (this.#isAnswered && this.#bytes >= awaitsBytes) this.#synced();
	}

	#synced(): void {
		this.#isSynced = true;
		this.#resolve();
	}
}
