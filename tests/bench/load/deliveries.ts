import * as Y from 'yjs';
import type { Guest } from './guest.ts';
import { Latencies, type Percentiles } from './latencies.ts';
import type { Typist } from './typist.ts';

/** Frames that are remembered as long as others may get the same. */
const REMEMBERED = 5_000;

/** A run of characters of one person, in one frame. */
type Run = { typist: Typist; from: number; to: number };

/** Counts each character once for everybody who gets it, whatever frames it comes in. */
export class Deliveries {
	readonly #typists = new Map<number, Typist>();
	// A server sends the same bytes to everybody in a room: they are decoded once.
	readonly #frames = new Map<string, Run[]>();
	readonly #latencies = new Latencies();
	readonly #ackLatencies = new Latencies();
	#delivered = 0;
	#frameCount = 0;
	#acks = 0;

	watch(typist: Typist): void {
		this.#typists.set(typist.client, typist);
	}

	take(guest: Guest, frame: Buffer): void {
		const key = frame.toString('latin1');
		const runs = this.#frames.get(key) ?? this.#decode(guest, frame, key);
		const now = performance.now();
		this.#frameCount++;
		guest.updates++;
		for (const { typist, from, to } of runs) {
			// Some servers send people their own words back.
			if (typist === guest.typist) continue;
			const count = to - from;
			guest.received += count;
			this.#delivered += count;
			if (to > typist.seen) typist.seen = to;
			for (let clock = from; clock < to; clock++) this.#latencies.add(now - typist.sentAt[clock]!);
		}
	}

	acknowledged(guest: Guest, frame: Buffer): void {
		const heard = guest.dialect.read(frame);
		if (heard.kind !== 'ack') return;
		const now = performance.now();
		for (; guest.acked < heard.count; guest.acked++, this.#acks++) {
			this.#ackLatencies.add(now - guest.sentAt[guest.acked]!);
		}
	}

	/** Measures from now on. */
	restart(guests: readonly Guest[]): { sent: number } {
		this.#latencies.clear();
		this.#ackLatencies.clear();
		this.#delivered = 0;
		this.#frameCount = 0;
		this.#acks = 0;
		return { sent: guests.reduce((sum, { typist }) => sum + (typist?.sentAt.length ?? 0), 0) };
	}

	measured(): {
		delivered: number;
		frames: number;
		acks: number;
		latency: Percentiles;
		ackLatency: Percentiles;
	} {
		return {
			delivered: this.#delivered,
			frames: this.#frameCount,
			acks: this.#acks,
			latency: this.#latencies.percentiles(),
			ackLatency: this.#ackLatencies.percentiles()
		};
	}

	/** Characters that somebody should have and has not, and that somebody got twice. */
	missing(guests: readonly Guest[]): { missing: number; tooMany: number } {
		const typed = new Map<string, number>();
		for (const { room, typist } of guests) {
			typed.set(room, (typed.get(room) ?? 0) + (typist?.sentAt.length ?? 0));
		}
		let missing = 0;
		let tooMany = 0;
		for (const { room, typist, received } of guests) {
			const lacks = typed.get(room)! - (typist?.sentAt.length ?? 0) - received;
			if (lacks > 0) missing += lacks;
			else tooMany -= lacks;
		}
		return { missing, tooMany };
	}

	#decode(guest: Guest, frame: Buffer, key: string): Run[] {
		const heard = guest.dialect.read(frame);
		const runs: Run[] = [];
		if (heard.kind === 'update' || heard.kind === 'answer') {
			for (const { id, length } of Y.decodeUpdate(heard.update).structs) {
				const typist = this.#typists.get(id.client);
				if (typist) runs.push({ typist, from: id.clock, to: id.clock + length });
			}
		}
		if (this.#frames.size >= REMEMBERED) this.#frames.clear();
		this.#frames.set(key, runs);
		return runs;
	}
}
