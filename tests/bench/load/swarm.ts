import * as Y from 'yjs';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { openChance, type Chance } from '#tests/live/chance.ts';
import { Deliveries } from './deliveries.ts';
import { speak } from './dialect.ts';
import type { Opening } from './errands.ts';
import { Guest } from './guest.ts';
import { Pace } from './pace.ts';
import { Presences } from './presences.ts';
import { makeBase, Typist } from './typist.ts';
import { until } from '../until.ts';

const FOUNDER_WITHIN_MS = 20_000;
/** What is on its way when typing stops gets so long to arrive. */
const ARRIVES_WITHIN_MS = 20_000;
/** Handshakes that are under way at once, where nothing is measured of them. */
const AT_ONCE = 64;

/** Many people in many rooms of one server. */
export class Swarm {
	readonly #chance: Chance;
	readonly #deliveries = new Deliveries();
	readonly #presences = new Presences();
	readonly #pace = new Pace();
	#guests: Guest[] = [];
	#bases = new Map<string, Uint8Array>();

	constructor(seed: number) {
		// Not the ids that texts were made with: those are somebody else's.
		this.#chance = openChance(~seed);
	}

	/** Lets people in, some at a time or all at once; gives how long each took, and all. */
	async open(opening: Opening): Promise<{ allMs: number; eachMs: number[] }> {
		const { rooms, guestsPerRoom, peer, port, cookies, wantsAcks, keeps, awaitsBytes } = opening;
		const seats = rooms.flatMap((room) => Array.from({ length: guestsPerRoom }, () => room));
		const began = performance.now();
		const enter = async (room: string, index: number) => {
			const nth = this.#guests.length;
			const cookie = cookies[nth % (cookies.length || 1)];
			const isKept =
				keeps && (index % guestsPerRoom < 2 || index % guestsPerRoom === guestsPerRoom - 1);
			const dialect = speak(peer, room, wantsAcks);
			const from = performance.now();
			const guest = new Guest(
				{ nth: index % guestsPerRoom, room, port, cookie },
				{ dialect, keeps: isKept, awaitsBytes },
				(guest, frame) => this.#hear(guest, frame)
			);
			this.#guests.push(guest);
			await guest.synced;
			return performance.now() - from;
		};
		const eachMs: number[] = [];
		const atOnce = opening.atOnce ? seats.length : AT_ONCE;
		const queue = [...seats.entries()];
		const doors = Array.from({ length: Math.min(atOnce, seats.length) }, async () => {
			for (let next = queue.shift(); next; next = queue.shift()) {
				eachMs.push(await enter(next[1], next[0]));
			}
		});
		await Promise.all(doors);
		return { allMs: performance.now() - began, eachMs };
	}

	/** Gives every room a paragraph for each who will type, written by the first who came in. */
	async found(typing: number, updatesPerTypist: number): Promise<void> {
		const waiting: { guest: Guest; updates: number }[] = [];
		for (const [room, guests] of this.#byRoom()) {
			const base = makeBase(typing, this.#clientId());
			this.#bases.set(room, base);
			waiting.push(...guests.slice(1).map((guest) => ({ guest, updates: guest.updates })));
			guests[0]!.send(base, performance.now());
			for (const [nth, guest] of guests.slice(0, typing).entries()) {
				guest.typist = new Typist(base, nth, this.#clientId());
				guest.typist.prepare(updatesPerTypist);
				this.#deliveries.watch(guest.typist);
			}
		}
		const isThere = () => waiting.every(({ guest, updates }) => guest.updates > updates);
		await until(isThere, FOUNDER_WITHIN_MS);
	}

	/** Everybody who types does so at this pace, spread evenly over time, until they are stopped. */
	type(perSecond: number): void {
		const typing = this.#guests.filter((guest) => guest.typist);
		this.#pace.start(typing.length, perSecond, (nth, now) => {
			const guest = typing[nth]!;
			const update = guest.isClosed ? undefined : guest.typist?.next(now);
			if (update) guest.send(update, now);
		});
	}

	/** What arrives in so many seconds. */
	async watch(seconds: number) {
		const cpu = process.cpuUsage();
		const { sent } = this.#deliveries.restart(this.#guests);
		this.#presences.restart();
		const began = performance.now();
		await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
		const lasted = (performance.now() - began) / 1000;
		const { user, system } = process.cpuUsage(cpu);
		return {
			...this.#deliveries.measured(),
			sent: this.#guests.reduce((sum, guest) => sum + (guest.typist?.sentAt.length ?? 0), 0) - sent,
			seconds: lasted,
			loadCpu: (user + system) / 1e6 / lasted,
			...this.#presences.measured()
		};
	}

	/** Stops typing, and waits for the rest: what did everybody miss, and do texts agree? */
	async stop(): Promise<{ missing: number; tooMany: number; differing: number; drainMs: number }> {
		this.#pace.stop();
		const began = performance.now();
		const missing = () => this.#deliveries.missing(this.#guests);
		await until(() => missing().missing === 0, ARRIVES_WITHIN_MS).catch(() => {});
		return { ...missing(), differing: this.#differing(), drainMs: performance.now() - began };
	}

	/** Everybody says where they are, at this pace. */
	present(perSecond: number): void {
		const clients = this.#guests.map(() => this.#clientId());
		this.#pace.start(clients.length, perSecond, (nth, now) => {
			this.#guests[nth]!.sendPresence(this.#presences.next(clients[nth]!, now));
		});
	}

	account(): { people: number; gone: number; unacknowledged: number } {
		const gone = this.#guests.filter((guest) => guest.isClosed).length;
		const unacknowledged = this.#guests.reduce(
			(sum, { sentAt, acked }) => sum + sentAt.length - acked,
			0
		);
		return { people: this.#guests.length, gone, unacknowledged };
	}

	/** Characters that somebody else has seen, by who typed them. */
	seen(): { client: number; seen: number }[] {
		return this.#guests.flatMap(({ typist }) =>
			typist ? [{ client: typist.client, seen: typist.seen }] : []
		);
	}

	/** What the first guest has: how long a client takes to read it, and up to where it knows whom. */
	read(): { applyMs: number; bytes: number; clocks: [number, number][]; quietMs: number } {
		const [guest] = this.#guests;
		if (!guest?.kept) throw new Error('nobody kept anything');
		const doc = new Y.Doc();
		const began = performance.now();
		for (const update of guest.kept) Y.applyUpdate(doc, update);
		const applyMs = performance.now() - began;
		const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))];
		const bytes = guest.kept.reduce((sum, update) => sum + update.length, 0);
		return { applyMs, bytes, clocks, quietMs: performance.now() - guest.lastHeardAt };
	}

	/** Everybody leaves, at once; resolves when the server has let them go. */
	async leave(): Promise<void> {
		this.#pace.stop();
		const guests = this.#guests;
		this.#guests = [];
		this.#bases.clear();
		for (const guest of guests) guest.leave();
		await until(() => guests.every((guest) => guest.isClosed), 10_000);
	}

	#hear(guest: Guest, frame: Buffer): void {
		const kind = guest.dialect.kindOf(frame);
		if (kind === 'update' || kind === 'answer') this.#deliveries.take(guest, frame);
		else if (kind === 'presence') this.#presences.take(guest, frame);
		else if (kind === 'ack') this.#deliveries.acknowledged(guest, frame);
	}

	#byRoom(): Map<string, Guest[]> {
		return Map.groupBy(this.#guests, (guest) => guest.room);
	}

	// Of all that kept what came in, how many have another text than the first of their room.
	#differing(): number {
		let differing = 0;
		for (const [room, guests] of this.#byRoom()) {
			const base = this.#bases.get(room);
			const texts = guests.flatMap(({ kept, typist }) => {
				if (!kept || !base) return [];
				const doc = new Y.Doc();
				for (const update of [base, ...(typist?.typed() ?? []), ...kept]) {
					Y.applyUpdate(doc, update);
				}
				return [doc.getXmlFragment(TEXT_FRAGMENT).toString()];
			});
			differing += texts.filter((text) => text !== texts[0]).length;
		}
		return differing;
	}

	#clientId(): number {
		return 1 + this.#chance.below(0x7fff_ffff);
	}
}
