import { Redis, type RedisOptions } from 'ioredis';

/** What is on its way to Redis; more than this is not said. */
const MOST_UNDERWAY_BYTES = 8 * 1024 * 1024;
const CONNECT_WITHIN_MS = 3_000;
const LEAVE_WITHIN_MS = 1_000;
const MOST_BETWEEN_TRIES_MS = 1_000;

const OPTIONS: RedisOptions = {
	lazyConnect: true,
	connectTimeout: CONNECT_WITHIN_MS,
	// A line that is cut, not closed: nobody will answer that we leave.
	disconnectTimeout: 200,
	keepAlive: 10_000,
	retryStrategy: (tries) => Math.min(50 * 2 ** tries, MOST_BETWEEN_TRIES_MS),
	// What can't be said now is not said later: who missed it reads the log.
	enableOfflineQueue: false,
	autoResendUnfulfilledCommands: false,
	maxRetriesPerRequest: 0,
	// Who resubscribes must know when that is done.
	autoResubscribe: false
};

type Hearer = {
	heard(channel: string, bytes: Uint8Array): void;
	/** From now on these channels are heard; what was said on them before was perhaps not. */
	listening(channels: readonly string[]): void;
};

/** Two connections to Redis, one to say and one to hear, that come back by themselves. */
export class RedisLink {
	readonly #publisher: Redis;
	readonly #subscriber: Redis;
	readonly #hearer: Hearer;
	readonly #channels = new Set<string>();
	readonly #heard = Promise.withResolvers<void>();
	#underwayBytes = 0;
	#isListening = false;
	#error: unknown;

	constructor(url: string, hearer: Hearer) {
		this.#hearer = hearer;
		this.#publisher = new Redis(url, OPTIONS);
		this.#subscriber = new Redis(url, OPTIONS);
		for (const redis of [this.#publisher, this.#subscriber]) {
			// Without a listener an error would end the process.
			redis.on('error', (error) => (this.#error = error));
		}
		this.#subscriber.on('messageBuffer', (channel: Buffer, bytes: Buffer) =>
			hearer.heard(channel.toString(), bytes)
		);
		this.#subscriber.on('ready', () => void this.#listenAgain());
		this.#subscriber.on('close', () => (this.#isListening = false));
	}

	/** Resolves when both are there and heard; rejects with the reason when that takes too long. */
	async open(channel: string): Promise<void> {
		this.#channels.add(channel);
		const opened = [this.#publisher.connect(), this.#subscriber.connect(), this.#heard.promise];
		const late = Promise.withResolvers<never>();
		const tooLate = () => late.reject(new Error(`no answer in ${CONNECT_WITHIN_MS} ms`));
		const timer = setTimeout(tooLate, CONNECT_WITHIN_MS);
		try {
			await Promise.race([Promise.all(opened), late.promise]);
		} catch (error) {
			// "Connection is closed" says less than why it was.
			throw this.#error ?? error;
		} finally {
			clearTimeout(timer);
		}
	}

	/** Both connections are there; whether anything passes through them is another question. */
	get isOpen(): boolean {
		return this.#publisher.status === 'ready' && this.#isListening;
	}

	/** The last thing that went wrong. */
	get error(): unknown {
		return this.#error;
	}

	/** Whether Redis has taken it. Never rejects; false at once when too much is on its way. */
	async publish(channel: string, bytes: Uint8Array): Promise<boolean> {
		if (this.#publisher.status !== 'ready') return false;
		if (this.#underwayBytes + bytes.length > MOST_UNDERWAY_BYTES) return false;
		this.#underwayBytes += bytes.length;
		try {
			const { buffer, byteOffset, length } = bytes;
			await this.#publisher.publish(channel, Buffer.from(buffer, byteOffset, length));
			return true;
		} catch (error) {
			this.#error = error;
			return false;
		} finally {
			this.#underwayBytes -= bytes.length;
		}
	}

	listenTo(channel: string): void {
		this.#channels.add(channel);
		if (this.#isListening) void this.#subscribe([channel]);
	}

	stopListeningTo(channel: string): void {
		this.#channels.delete(channel);
		if (this.#isListening) this.#subscriber.unsubscribe(channel).catch(() => {});
	}

	/** Begins anew: the connections seem to be there, but nothing comes through. */
	reconnect(): void {
		for (const redis of [this.#publisher, this.#subscriber]) {
			// One that was cut off while it connected does not come back by itself.
			if (redis.status === 'end') redis.connect().catch(() => {});
			else if (redis.status === 'ready' || redis.status === 'connect') redis.disconnect(true);
		}
	}

	/** What was said before this still arrives, when Redis answers. */
	async close(): Promise<void> {
		let timer: NodeJS.Timeout | undefined;
		const late = new Promise((resolve) => (timer = setTimeout(resolve, LEAVE_WITHIN_MS)));
		if (this.isOpen) await Promise.race([this.#publisher.quit().catch(() => {}), late]);
		clearTimeout(timer);
		for (const redis of [this.#publisher, this.#subscriber]) redis.disconnect();
	}

	async #listenAgain(): Promise<void> {
		const channels = [...this.#channels];
		if (!(await this.#subscribe(channels))) return;
		this.#isListening = true;
		this.#heard.resolve();
		const later = [...this.#channels].filter((channel) => !channels.includes(channel));
		if (later.length > 0) await this.#subscribe(later);
	}

	async #subscribe(channels: readonly string[]): Promise<boolean> {
		try {
			await this.#subscriber.subscribe(...channels);
		} catch (error) {
			this.#error = error;
			return false;
		}
		this.#hearer.listening(channels);
		return true;
	}
}
