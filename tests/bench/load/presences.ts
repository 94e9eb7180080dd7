import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import type { Guest } from './guest.ts';
import { Latencies, type Percentiles } from './latencies.ts';

/** To read what two hundred say ten times a second is too much for one process; so one in twenty reads. */
const READS_ONE_IN = 20;

/** As large as an editor's: a name, a colour, and two places in the text. */
const REST = JSON.stringify({
	user: { name: 'Willemijn van der Meulen', color: '#2f6f8f' },
	cursor: {
		anchor: { type: { client: 1234567890, clock: 42 }, tname: null, item: null, assoc: 0 },
		head: { type: { client: 1234567890, clock: 42 }, tname: null, item: null, assoc: -1 }
	}
}).slice(1);

/** What people say of where they are, and how long it takes to be heard. */
export class Presences {
	readonly #sentAt: number[] = [];
	readonly #clocks = new Map<number, number>();
	readonly #latencies = new Latencies();
	#heard = 0;
	#frames = 0;

	/** What this client says now. */
	next(client: number, now: number): Uint8Array {
		const clock = (this.#clocks.get(client) ?? 0) + 1;
		this.#clocks.set(client, clock);
		const encoder = createEncoder();
		writeVarUint(encoder, 1);
		writeVarUint(encoder, client);
		writeVarUint(encoder, clock);
		writeVarString(encoder, `{"n":${this.#sentAt.length},${REST}`);
		this.#sentAt.push(now);
		return toUint8Array(encoder);
	}

	take(guest: Guest, frame: Buffer): void {
		this.#frames++;
		if (guest.nth % READS_ONE_IN !== 0) return;
		const heard = guest.dialect.read(frame);
		if (heard.kind !== 'presence') return;
		const now = performance.now();
		const decoder = createDecoder(heard.entries);
		for (let left = readVarUint(decoder); left > 0; left--) {
			readVarUint(decoder);
			readVarUint(decoder);
			const nth = /^\{"n":(\d+)/.exec(readVarString(decoder))?.[1];
			const sentAt = nth === undefined ? undefined : this.#sentAt[Number(nth)];
			if (sentAt === undefined) continue;
			this.#heard++;
			this.#latencies.add(now - sentAt);
		}
	}

	measured(): { presencesHeard: number; presenceFrames: number; presence: Percentiles } {
		const measured = {
			presencesHeard: this.#heard,
			presenceFrames: this.#frames,
			presence: this.#latencies.percentiles()
		};
		return measured;
	}

	restart(): void {
		this.#latencies.clear();
		this.#heard = 0;
		this.#frames = 0;
	}
}
