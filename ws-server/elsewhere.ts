import type { SharedSeat } from './line-messages.ts';

/** Nodes that know of each other say so often who is there. */
const REPEAT_EVERY_MS = 10_000;
/** A node that was killed says nothing any more, and its people are gone. */
const GONE_AFTER_MS = 30_000;

const LEFT = 'null';

type Node = { heardAt: number; seats: Map<number, SharedSeat> };

export type ElsewhereOptions = {
	/** Somebody there has this state now. */
	changed(client: number, state: string): void;
	/** It is time to say again who is here. */
	repeat(): void;
};

/** Who is in one room on other nodes, as those nodes tell. */
export class Elsewhere {
	readonly #options: ElsewhereOptions;
	readonly #nodes = new Map<string, Node>();
	#timer: NodeJS.Timeout | null = null;

	constructor(options: ElsewhereOptions) {
		this.#options = options;
	}

	/** Whether another node has this part open: else there is nobody to tell. */
	get isAnybody(): boolean {
		return this.#nodes.size > 0;
	}

	get seats(): SharedSeat[] {
		return [...this.#nodes.values()].flatMap(({ seats }) => [...seats.values()]);
	}

	of(client: number): SharedSeat | undefined {
		for (const { seats } of this.#nodes.values()) {
			const seat = seats.get(client);
			if (seat) return seat;
		}
		return undefined;
	}

	/** This node is there. */
	greet(node: string): void {
		this.#nodeOf(node);
	}

	/** Takes over what a node says of some of its people, or of all. */
	take(node: string, said: readonly SharedSeat[], isWhole: boolean): void {
		const { seats } = this.#nodeOf(node);
		if (isWhole) {
			const there = new Set(said.map(({ client }) => client));
			for (const { client } of [...seats.values()]) {
				if (!there.has(client)) this.#remove(seats, client);
			}
		}
		for (const seat of said) {
			if (seat.state === LEFT) this.#remove(seats, seat.client);
			else this.#seat(seats, seat);
		}
	}

	/** The person with this client id is with us now. */
	drop(client: number): void {
		for (const { seats } of this.#nodes.values()) seats.delete(client);
	}

	leave(node: string): void {
		const left = this.#nodes.get(node);
		this.#nodes.delete(node);
		for (const client of left?.seats.keys() ?? []) this.#options.changed(client, LEFT);
		if (this.#nodes.size === 0) this.close();
	}

	close(): void {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
	}

	#nodeOf(name: string): Node {
		const node = this.#nodes.get(name) ?? { heardAt: 0, seats: new Map<number, SharedSeat>() };
		node.heardAt = performance.now();
		this.#nodes.set(name, node);
		this.#timer ??= setInterval(() => this.#look(), REPEAT_EVERY_MS);
		return node;
	}

	// Who goes from one node to another is on both for a while; where they sat down last they are.
	#seat(seats: Map<number, SharedSeat>, seat: SharedSeat): void {
		const known = this.of(seat.client);
		if (known && known.since > seat.since) return;
		this.drop(seat.client);
		seats.set(seat.client, seat);
		if (known?.state !== seat.state) this.#options.changed(seat.client, seat.state);
	}

	#remove(seats: Map<number, SharedSeat>, client: number): void {
		if (seats.delete(client)) this.#options.changed(client, LEFT);
	}

	#look(): void {
		const before = performance.now() - GONE_AFTER_MS;
		for (const [name, { heardAt }] of this.#nodes) if (heardAt < before) this.leave(name);
		if (this.isAnybody) this.#options.repeat();
	}
}
