import { Worker } from 'node:worker_threads';
import type { StoredText } from '#db/queries/updates.ts';
import type { ReadOut } from '#server/read-out.ts';
import type { Condensed } from './condensing.ts';

export type Job = { nth: number; kind: 'condense' | 'read' | 'try'; stored: StoredText };
export type Outcome = { nth: number } & (
	{ condensed: Condensed } | { read: ReadOut } | { unsound: bigint[] } | { failed: string }
);

/** The largest text takes a second; what is not made by then keeps all others waiting. */
const MAKE_WITHIN_MS = 30_000;

type Waiting = { job: Job; done(outcome: Outcome): void; failed(error: Error): void };

/**
 * The thread in which texts become Y.Docs: it starts with the first job, and again after it broke. The job
 * that broke it, or took too long, fails and is tried again by who asked; those behind it go on.
 */
export class Workshop {
	readonly #waiting = new Map<number, Waiting>();
	readonly #makeWithinMs: number;
	#worker: Worker | null = null;
	#timer: NodeJS.Timeout | null = null;
	#count = 0;
	#isClosed = false;

	constructor(makeWithinMs = MAKE_WITHIN_MS) {
		this.#makeWithinMs = makeWithinMs;
	}

	/** How many texts are asked for and not made. */
	get waiting(): number {
		return this.#waiting.size;
	}

	async condense(stored: StoredText): Promise<Condensed> {
		const outcome = await this.#ask('condense', stored);
		if ('condensed' in outcome) return outcome.condensed;
		throw failure(outcome);
	}

	/** The text as pages, search and export read it. */
	async read(stored: StoredText): Promise<ReadOut> {
		const outcome = await this.#ask('read', stored);
		if ('read' in outcome) return outcome.read;
		throw failure(outcome);
	}

	/** The updates that Yjs can't apply. */
	async findUnsound(stored: StoredText): Promise<bigint[]> {
		const outcome = await this.#ask('try', stored);
		if ('unsound' in outcome) return outcome.unsound;
		throw failure(outcome);
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		await this.#worker?.terminate();
	}

	#ask(kind: Job['kind'], stored: StoredText): Promise<Outcome> {
		const job: Job = { nth: this.#count++, kind, stored };
		return new Promise<Outcome>((done, failed) => {
			if (this.#isClosed) return failed(new Error('the workshop is closed'));
			this.#waiting.set(job.nth, { job, done, failed });
			this.#worker ??= this.#start();
			this.#worker.ref();
			this.#worker.postMessage(job);
			if (this.#waiting.size === 1) this.#watch();
		});
	}

	#start(): Worker {
		const worker = new Worker(new URL('./workshop-worker.ts', import.meta.url));
		worker.on('message', (outcome: Outcome) => {
			this.#waiting.get(outcome.nth)?.done(outcome);
			this.#waiting.delete(outcome.nth);
			this.#watch();
			// A process that has nothing else to do may end.
			if (this.#waiting.size === 0) worker.unref();
		});
		let broke = new Error('the workshop stopped');
		worker.on('error', (error: Error) => (broke = error));
		worker.on('exit', () => this.#restart(broke));
		return worker;
	}

	/** Stops the worker when what it works on, the first that waits, takes too long. */
	#watch(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		if (this.#waiting.size === 0) return;
		this.#timer = setTimeout(() => void this.#worker?.terminate(), this.#makeWithinMs).unref();
	}

	#restart(broke: Error): void {
		this.#worker = null;
		const [first] = this.#waiting.values();
		// What it worked on, and would break on again.
		if (first) this.#waiting.delete(first.job.nth);
		first?.failed(broke);
		if (this.#isClosed) {
			for (const { failed } of this.#waiting.values()) failed(broke);
			this.#waiting.clear();
		}
		this.#watch();
		if (this.#waiting.size === 0) return;
		const worker = this.#start();
		this.#worker = worker;
		for (const { job } of this.#waiting.values()) worker.postMessage(job);
	}
}

function failure(outcome: Outcome): Error {
	return new Error(`a text could not be read: ${'failed' in outcome ? outcome.failed : ''}`);
}
