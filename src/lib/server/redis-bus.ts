import { randomBytes } from 'node:crypto';
import { Attention } from './attention.ts';
import { Listeners, type Bus, type Heard, type Line, type Ring } from './bus.ts';
import { readFrame, readRing, writeFrame, writeRing, type Frame } from './bus-frames.ts';
import { RedisLink } from './redis-link.ts';

/** After so many beats without hearing itself a node doesn't know what comes through. */
const SILENT_AFTER_BEATS = 5;
/** So long new connections may take before they are tried once more: a slow Redis is one as well. */
const TRY_FOR_MS = 3_000;
/** While others can't be reached each line is told so often that it may have missed something. */
const LOOK_EVERY_BEATS = 5;
/** A node that says nothing for so long is gone. */
const GONE_AFTER_MS = 60_000;
/** Each that missed something reads a log: not all at once, for people write meanwhile. */
const MISSED_AT_ONCE = 100;
const MISSED_EVERY_MS = 20;

export type RedisBusOptions = {
	/** What its channels begin with: one Redis can serve several installations. */
	name: string;
	report(what: string, error: unknown): void;
	/** Each node says so often that it is there, and hears itself say it. */
	beatEveryMs?: number;
};

type Channel = {
	name: string;
	opening: number;
	/** How many messages of ours there were. */
	said: number;
	attention: Attention;
	hearers: Set<(heard: Heard) => void>;
};

/** Rejects with the reason when Redis can't be used. Once open, losing Redis delays and never loses. */
export async function openRedisBus(url: string, options: RedisBusOptions): Promise<Bus> {
	const bus = new RedisBus(url, options);
	try {
		await bus.open();
		return bus;
	} catch (error) {
		await bus.close();
		throw error;
	}
}

class RedisBus implements Bus {
	readonly isShared = true;
	readonly #node = randomBytes(9).toString('base64url');
	readonly #options: RedisBusOptions;
	readonly #beatEveryMs: number;
	readonly #link: RedisLink;
	readonly #listeners = new Listeners();
	readonly #rings: Channel;
	readonly #lines = new Map<string, Channel>();
	/** What could not be said: others are to hear that they missed it. */
	readonly #owed = new Map<string, Frame>();
	readonly #missed = new Set<Channel>();
	readonly #heardAt = new Map<string, number>();
	#missedTimer: NodeJS.Timeout | null = null;
	#beatTimer: NodeJS.Timeout | null = null;
	#openings = 0;
	#beats = 0;
	#triedAt = 0;
	#aheadMs = 0;
	#wasReachable = true;
	#gaps = 0;

	constructor(url: string, options: RedisBusOptions) {
		this.#options = options;
		this.#beatEveryMs = options.beatEveryMs ?? 1_000;
		this.#rings = this.#channel('rings');
		this.#link = new RedisLink(url, {
			heard: (channel, bytes) => this.#hear(channel, bytes),
			listening: (channels) => this.#beginToHear(channels)
		});
	}

	async open(): Promise<void> {
		await this.#link.open(this.#rings.name);
		this.#beatTimer = setInterval(() => this.#beat(), this.#beatEveryMs);
		this.#beat();
	}

	get isReachable(): boolean {
		return this.#link.isOpen && !this.#isSilent;
	}

	get missed(): number {
		return this.#gaps;
	}

	now(): number {
		return Date.now() + this.#aheadMs;
	}

	ring(ring: Ring): void {
		this.#listeners.call(ring);
		if (ring.kind !== 'presence') this.#say(this.#rings, writeRing(ring));
	}

	listen(listener: (ring: Ring) => void): () => void {
		return this.#listeners.add(listener);
	}

	openLine(name: string, hear: (heard: Heard) => void): Line {
		const key = this.#nameOf(`line:${name}`);
		let channel = this.#lines.get(key);
		if (!channel) {
			channel = this.#channel(`line:${name}`);
			this.#lines.set(key, channel);
			this.#link.listenTo(key);
		} else {
			this.#miss([channel]);
		}
		// One function may be given twice.
		const hearer = (heard: Heard) => hear(heard);
		const { hearers } = channel;
		hearers.add(hearer);
		return {
			say: (message) => this.#say(channel, message),
			close: () => {
				hearers.delete(hearer);
				if (hearers.size > 0 || this.#lines.get(key) !== channel) return;
				this.#lines.delete(key);
				this.#missed.delete(channel);
				this.#link.stopListeningTo(key);
			}
		};
	}

	async close(): Promise<void> {
		if (this.#beatTimer) clearInterval(this.#beatTimer);
		if (this.#missedTimer) clearTimeout(this.#missedTimer);
		this.#missed.clear();
		this.#lines.clear();
		await this.#link.close();
	}

	get #isSilent(): boolean {
		return performance.now() - (this.#heardAt.get(this.#node) ?? 0) > this.#silentAfterMs;
	}

	get #silentAfterMs(): number {
		return SILENT_AFTER_BEATS * this.#beatEveryMs;
	}

	#nameOf(what: string): string {
		return `${this.#options.name}:${what}`;
	}

	#channel(what: string): Channel {
		const opening = ++this.#openings;
		const name = this.#nameOf(what);
		return { name, opening, said: 0, attention: new Attention(), hearers: new Set() };
	}

	#say(channel: Channel, message: Uint8Array): void {
		const { name, opening } = channel;
		const place = { node: this.#node, opening, number: ++channel.said };
		void this.#publish(name, { kind: 'said', ...place, message });
	}

	async #publish(channel: string, frame: Frame): Promise<void> {
		if (await this.#link.publish(channel, writeFrame(frame))) return;
		// Nobody waits for a beat.
		if (frame.kind === 'beat') return;
		const { node, opening, number } = frame;
		this.#owed.set(channel, { kind: 'lost', node, opening, number });
	}

	#hear(name: string, bytes: Uint8Array): void {
		const frame = readFrame(bytes);
		if (!frame) return this.#options.report('a node says what this one does not know', null);
		if (frame.kind === 'beat') this.#heardOf(frame);
		if (frame.node === this.#node) return;
		if (name === this.#rings.name) return this.#hearRing(frame);
		const channel = this.#lines.get(name);
		if (!channel) return;
		const heard = channel.attention.hear(frame);
		if (frame.kind === 'said' && heard !== 'old') {
			const { node: from, message } = frame;
			for (const hear of [...channel.hearers]) hear({ kind: 'said', from, message });
		}
		if (heard !== 'gap') return;
		this.#gaps++;
		this.#miss([channel]);
	}

	#hearRing(frame: Frame): void {
		const heard = this.#rings.attention.hear(frame);
		if (heard === 'gap') {
			this.#gaps++;
			this.#decideAnew();
		}
		if (frame.kind !== 'said' || heard === 'old') return;
		const ring = readRing(frame.message);
		if (ring) return this.#listeners.call(ring);
		this.#options.report('a node rings what this one does not know', null);
		// It may have been about access.
		this.#decideAnew();
	}

	/** Somebody's access may have changed without our hearing of it. */
	#decideAnew(): void {
		this.#listeners.call({ kind: 'access', everything: true });
	}

	#heardOf({ node, at }: Extract<Frame, { kind: 'beat' }>): void {
		this.#heardAt.set(node, performance.now());
		if (node !== this.#node) this.#aheadMs = Math.max(this.#aheadMs, at - Date.now());
	}

	#beginToHear(names: readonly string[]): void {
		this.#heardAt.set(this.#node, performance.now());
		if (names.includes(this.#rings.name)) this.#decideAnew();
		this.#miss(names.flatMap((name) => this.#lines.get(name) ?? []));
	}

	#miss(channels: readonly Channel[]): void {
		for (const channel of channels) this.#missed.add(channel);
		this.#missedTimer ??= setTimeout(() => this.#tellMissed());
	}

	#tellMissed(): void {
		const told = [...this.#missed].slice(0, MISSED_AT_ONCE);
		for (const channel of told) {
			this.#missed.delete(channel);
			for (const hear of [...channel.hearers]) hear({ kind: 'missed' });
		}
		const isMore = this.#missed.size > 0;
		this.#missedTimer = isMore ? setTimeout(() => this.#tellMissed(), MISSED_EVERY_MS) : null;
	}

	#beat(): void {
		this.#beats++;
		if (this.isReachable) this.#wasReachable = true;
		else this.#lookAround();
		const sinceTry = performance.now() - this.#triedAt;
		if (this.#isSilent && sinceTry > Math.max(TRY_FOR_MS, this.#silentAfterMs)) {
			this.#triedAt = performance.now();
			this.#link.reconnect();
		}
		this.#forgetTheGone();
		const place = { node: this.#node, opening: this.#rings.opening, number: this.#rings.said };
		void this.#publish(this.#rings.name, { kind: 'beat', ...place, at: Date.now() });
		if (!this.#link.isOpen) return;
		for (const [channel, lost] of this.#owed) {
			this.#owed.delete(channel);
			void this.#publish(channel, lost);
		}
	}

	/** Nobody tells us what happens: let everybody look for themselves, a part of them at each beat. */
	#lookAround(): void {
		if (this.#wasReachable) {
			this.#options.report('other nodes can not be reached through Redis', this.#link.error);
		}
		this.#wasReachable = false;
		const turn = this.#beats % LOOK_EVERY_BEATS;
		this.#miss([...this.#lines.values()].filter((_, nth) => nth % LOOK_EVERY_BEATS === turn));
	}

	#forgetTheGone(): void {
		const before = performance.now() - GONE_AFTER_MS;
		for (const [node, at] of this.#heardAt) {
			if (node === this.#node || at >= before) continue;
			this.#heardAt.delete(node);
			for (const { attention } of [this.#rings, ...this.#lines.values()]) attention.forget(node);
		}
	}
}
