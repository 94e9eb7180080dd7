import { setTimeout as wait } from 'node:timers/promises';
import type { NewUpdate } from '#db/queries/updates.ts';
import type { Metrics } from './metrics.ts';
import { Refusal, type UpdateLog } from './update-log.ts';
import { within } from './within.ts';

/** More would make one statement that others wait for too long. */
const MOST_BYTES = 32 * 1024 * 1024;
/** After this nobody knows whether the rows were stored. */
const COMMIT_WITHIN_MS = 10_000;

/**
 * Two commits begin no sooner after each other: who types alone waits for nothing, and where many type a
 * statement, and a frame to everybody, is for several edits.
 */
const EVERY_MS = 13;

/** A room, as far as committing goes. */
export interface Source {
	readonly isGone: boolean;
	/** The first `count` of what it added and has not heard of yet are durable. */
	committed(count: number): void;
	/** Nobody knows whether what it added is stored. */
	lost(error: unknown): void;
}

// Without a row it only waits for what came before it.
type Waiting = { source: Source; row: NewUpdate | null };

/** One INSERT for all that waits in all rooms; what comes meanwhile goes into the next. */
export class GroupCommit {
	readonly #log: Pick<UpdateLog, 'append'>;
	readonly #metrics: Metrics;
	readonly #waiting: Waiting[] = [];
	#running: Promise<void> | null = null;
	#beganAt = -Infinity;

	constructor(log: Pick<UpdateLog, 'append'>, metrics: Metrics) {
		this.#log = log;
		this.#metrics = metrics;
	}

	add(source: Source, row: NewUpdate | null): void {
		this.#waiting.push({ source, row });
		this.#running ??= this.#run();
	}

	/** How much waits for the next commit. */
	get waiting(): number {
		return this.#waiting.length;
	}

	/** Resolves when nothing waits any more. */
	async idle(): Promise<void> {
		while (this.#running) await this.#running;
	}

	async #run(): Promise<void> {
		while (this.#waiting.length > 0) {
			await this.#turn();
			await this.#commitAll(Map.groupBy(this.#take(), ({ source }) => source));
		}
		// In the same turn as the last look: what is added now must find nobody running.
		this.#running = null;
	}

	/** What came in during the same turn of the event loop, or shortly after the last commit, goes along. */
	async #turn(): Promise<void> {
		const rest = this.#beganAt + EVERY_MS - performance.now();
		if (rest > 1) await wait(rest);
		else await new Promise(setImmediate);
		this.#beganAt = performance.now();
	}

	#take(): Waiting[] {
		let bytes = 0;
		let count = 0;
		for (; count < this.#waiting.length; count++) {
			bytes += this.#waiting[count]!.row?.bytes.length ?? 0;
			if (bytes > MOST_BYTES && count > 0) break;
		}
		return this.#waiting.splice(0, count).filter(({ source }) => !source.isGone);
	}

	/** One room whose rows are refused must not cost the others their edits: it is found by halves. */
	async #commitAll(bySource: Map<Source, Waiting[]>): Promise<void> {
		if (!(await this.#commit(bySource))) return;
		const rooms = [...bySource];
		const half = Math.ceil(rooms.length / 2);
		await this.#commitAll(new Map(rooms.slice(0, half)));
		await this.#commitAll(new Map(rooms.slice(half)));
	}

	#append(rows: NewUpdate[]): Promise<void> {
		return within(COMMIT_WITHIN_MS, this.#log.append(rows));
	}

	/** True when the rows of several rooms were refused together, so that nothing was stored. */
	async #commit(bySource: Map<Source, Waiting[]>): Promise<boolean> {
		const rows = [...bySource.values()].flat().flatMap(({ row }) => row ?? []);
		try {
			if (rows.length > 0) await this.#metrics.commit(rows.length, this.#append(rows));
		} catch (error) {
			if (error instanceof Refusal && bySource.size > 1) return true;
			for (const source of bySource.keys()) source.lost(error);
			return false;
		}
		for (const [source, waiting] of bySource) {
			if (!source.isGone) settle(source, waiting.length);
		}
		return false;
	}
}

// One room that can't go on must not stop the commits of all others.
function settle(source: Source, count: number): void {
	try {
		source.committed(count);
	} catch (error) {
		source.lost(error);
	}
}
