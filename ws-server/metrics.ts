import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CloseCode } from './close-codes.ts';
import { REFUSALS, type Refusal } from './protocol.ts';
import type { Transport } from './socket.ts';

/** In seconds: from what nobody notices to what is about to be given up. */
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const ROWS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** How a live door stands at one moment. */
export type Standing = {
	rooms: number;
	bufferedBytes: number;
	logBytes: number;
	waitingEdits: number;
	waitingTexts: number;
};

const STANDING: Record<keyof Standing, [name: string, help: string]> = {
	rooms: ['rooms', 'Open rooms'],
	bufferedBytes: ['buffered_bytes', 'Bytes that clients were sent and have yet to read'],
	logBytes: ['log_bytes', 'Bytes in the logs of open rooms that are in no snapshot yet'],
	waitingEdits: ['waiting_edits', 'Sync messages that wait for the next commit'],
	waitingTexts: ['waiting_texts', 'Texts that the workshop has yet to make']
};

/**
 * What a live door does, in numbers. A label is a word of ours (a transport, a reason, a code): never who,
 * which document, or anything that somebody wrote.
 */
export class Metrics {
	readonly #registers: Registry[];
	readonly #connections: Gauge;
	readonly #turnedAway: Counter;
	readonly #refused: Counter;
	readonly #refusedBytes: Counter;
	readonly #commitRows: Histogram;
	readonly #commitSeconds: Histogram;
	readonly #commitsFailed: Counter;
	readonly #ackSeconds: Histogram;
	readonly #compactions: Histogram;
	readonly #catchUps: Counter;
	readonly #doors = new Set<() => Standing>();

	/** Once for each registry, which has each name once. */
	constructor(registry = new Registry()) {
		this.#registers = [registry];
		this.#connections = this.#gauge('connections', 'Connections inside', ['transport']);
		this.#turnedAway = this.#counter('admissions_refused_total', 'Who was not let in', ['code']);
		this.#refused = this.#counter('frames_refused_total', 'Frames that ended a connection', [
			'reason'
		]);
		this.#refusedBytes = this.#counter('refused_bytes_total', 'Bytes of frames that were refused');
		this.#commitRows = this.#histogram('commit_rows', 'Edits stored by one commit', ROWS);
		this.#commitSeconds = this.#histogram('commit_seconds', 'How long a commit took', SECONDS);
		this.#commitsFailed = this.#counter(
			'commits_failed_total',
			'Commits that stored nothing, or perhaps nothing'
		);
		this.#ackSeconds = this.#histogram(
			'ack_seconds',
			'From reading a frame to its acknowledgement, of the first in each',
			SECONDS
		);
		this.#compactions = this.#histogram(
			'compaction_seconds',
			'How long it took to make a log a snapshot',
			SECONDS,
			['outcome']
		);
		this.#catchUps = this.#counter(
			'catch_ups_total',
			'Times that a room read the log for what others stored'
		);
		for (const key of Object.keys(STANDING) as (keyof Standing)[]) this.#standing(key);
		// Of what was never seen nobody can tell that it became more.
		for (const reason of REFUSALS) this.#refused.inc({ reason }, 0);
		for (const transport of ['websocket', 'http']) this.#connections.set({ transport }, 0);
		for (const outcome of ['done', 'failed']) this.#compactions.zero({ outcome });
	}

	/** Asks this door how it stands, whenever somebody reads, until the returned function is called. */
	watch(door: () => Standing): () => void {
		this.#doors.add(door);
		return () => void this.#doors.delete(door);
	}

	/** Somebody is inside until the returned function is called. */
	entered(transport: Transport): () => void {
		this.#connections.inc({ transport });
		return () => this.#connections.dec({ transport });
	}

	/** By a close code, or by the status for pages of another origin. */
	turnedAway(code: CloseCode | 403): void {
		this.#turnedAway.inc({ code });
	}

	/** A frame ended its connection; 0 bytes of what was not even read. */
	refused(reason: Refusal, bytes: number): void {
		this.#refused.inc({ reason });
		this.#refusedBytes.inc(bytes);
	}

	/** Counts a commit of so many rows, and how long it takes. */
	async commit(rows: number, work: Promise<void>): Promise<void> {
		const began = performance.now();
		try {
			await work;
		} catch (error) {
			this.#commitsFailed.inc();
			throw error;
		}
		this.#commitRows.observe(rows);
		this.#commitSeconds.observe(secondsSince(began));
	}

	/** What was read at these moments of `performance.now()` is acknowledged. */
	acknowledged(readAt: Iterable<number>): void {
		const now = performance.now();
		for (const at of readAt) this.#ackSeconds.observe((now - at) / 1000);
	}

	/** Counts a compaction, and how long it takes; not one that finds an empty log. */
	async compaction<T>(work: () => Promise<T | null>): Promise<T | null> {
		const began = performance.now();
		const count = (outcome: 'done' | 'failed') =>
			this.#compactions.observe({ outcome }, secondsSince(began));
		try {
			const made = await work();
			if (made) count('done');
			return made;
		} catch (error) {
			count('failed');
			throw error;
		}
	}

	caughtUp(): void {
		this.#catchUps.inc();
	}

	#counter(name: string, help: string, labelNames: string[] = []): Counter {
		return new Counter({ name: named(name), help, labelNames, registers: this.#registers });
	}

	#gauge(name: string, help: string, labelNames: string[]): Gauge {
		return new Gauge({ name: named(name), help, labelNames, registers: this.#registers });
	}

	#histogram(name: string, help: string, buckets: number[], labelNames: string[] = []): Histogram {
		const registers = this.#registers;
		return new Histogram({ name: named(name), help, buckets, labelNames, registers });
	}

	#standing(key: keyof Standing): void {
		const [name, help] = STANDING[key];
		const doors = this.#doors;
		new Gauge({
			name: named(name),
			help,
			registers: this.#registers,
			collect() {
				this.set([...doors].reduce((sum, door) => sum + door()[key], 0));
			}
		});
	}
}

function named(what: string): string {
	return `wisselwerking_${what}`;
}

function secondsSince(began: number): number {
	return (performance.now() - began) / 1000;
}
