import { Worker } from 'node:worker_threads';
import type { StoredText } from '#db/queries/updates.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Condensed } from './condensing.ts';

export type Job = { nth: number; kind: 'condense' | 'read' | 'try'; stored: StoredText };
export type Outcome = { nth: number } & (
	{ condensed: Condensed } | { content: Content } | { unsound: bigint[] } | { failed: string }
);

type Waiting = { done(outcome: Outcome): void; failed(error: Error): void };

/**
 * The thread in which texts become Y.Docs: it starts with the first job, and again after it broke. What
 * waited for it then fails, and is tried again by who asked.
 */
export class Workshop {
	#worker: Worker | null = null;
	#waiting = new Map<number, Waiting>();
	#count = 0;

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
	async read(stored: StoredText): Promise<Content> {
		const outcome = await this.#ask('read', stored);
		if ('content' in outcome) return outcome.content;
		throw failure(outcome);
	}

	/** The updates that Yjs can't apply. */
	async findUnsound(stored: StoredText): Promise<bigint[]> {
		const outcome = await this.#ask('try', stored);
		if ('unsound' in outcome) return outcome.unsound;
		throw failure(outcome);
	}

	async close(): Promise<void> {
		await this.#worker?.terminate();
	}

	#ask(kind: Job['kind'], stored: StoredText): Promise<Outcome> {
		const job: Job = { nth: this.#count++, kind, stored };
		const worker = (this.#worker ??= this.#start());
		return new Promise<Outcome>((done, failed) => {
			this.#waiting.set(job.nth, { done, failed });
			worker.ref();
			worker.postMessage(job);
		});
	}

	#start(): Worker {
		const worker = new Worker(new URL('./workshop-worker.ts', import.meta.url));
		const waiting = this.#waiting;
		worker.on('message', (outcome: Outcome) => {
			waiting.get(outcome.nth)?.done(outcome);
			waiting.delete(outcome.nth);
			// A process that has nothing else to do may end.
			if (waiting.size === 0) worker.unref();
		});
		let broke = new Error('the workshop stopped');
		worker.on('error', (error: Error) => (broke = error));
		worker.on('exit', () => {
			for (const { failed } of waiting.values()) failed(broke);
			if (this.#worker !== worker) return;
			this.#worker = null;
			this.#waiting = new Map();
		});
		return worker;
	}
}

function failure(outcome: Outcome): Error {
	return new Error(`a text could not be read: ${'failed' in outcome ? outcome.failed : ''}`);
}
