import type { StoredText } from '#db/queries/updates.ts';
import type { Context } from '#server/context.ts';
import type { Admission } from '#server/parts.ts';
import { refreshStaleTexts, refreshText } from '#server/texts.ts';
import { CLOSE } from './close-codes.ts';
import { compactLog, type Accept } from './compact-log.ts';
import { GroupCommit } from './group-commit.ts';
import type { LiveText } from './live-text.ts';
import { LIMITS } from './limits.ts';
import { loadSoundText } from './load-text.ts';
import type { Metrics, Standing } from './metrics.ts';
import type { Notice } from './protocol.ts';
import { Room } from './room.ts';
import { READ_WITHIN_MS } from './room-text.ts';
import { FOR_WHO_LEADS } from './text-refresh.ts';
import { Turns } from './turns.ts';
import type { UpdateLog } from './update-log.ts';
import { Visitors } from './visitors.ts';
import { within } from './within.ts';
import { Workshop } from './workshop.ts';

/** What is read out or becomes a snapshot waits for others to be made; after this the database is not there. */
const MAKE_WITHIN_MS = 60_000;
/** Each has a connection to the database while it waits for the workshop; others must get theirs. */
const MOST_READINGS = 3;
/** Logs of texts that nobody has open: what was deleted in them is to be gone within the hour. */
const NEGLECTED_AFTER_MS = 45 * 60_000;
const LOOK_FOR_NEGLECTED_EVERY_MS = 10 * 60_000;

export type RoomsOptions = {
	log: UpdateLog;
	unloadAfterMs: number;
	metrics: Metrics;
	report(what: string, error: unknown): void;
};

/** A part that somebody may enter. */
export type Entered = Pick<Admission['part'], 'id' | 'documentId' | 'kind'>;

/** The rooms that are open: one for each part, however many come in at once. */
export class Rooms {
	readonly #context: Context;
	readonly #options: RoomsOptions;
	readonly #commit: GroupCommit;
	readonly #opening = new Map<string, Promise<Room>>();
	readonly #open = new Map<string, Room>();
	/** Of parts that nobody has open any more, the last one left at the end. */
	readonly #visitors = new Map<string, Visitors>();
	readonly #workshop = new Workshop();
	readonly #readings = new Turns(MOST_READINGS);
	readonly #neglectedTimer: NodeJS.Timeout;

	constructor(context: Context, options: RoomsOptions) {
		this.#context = context;
		this.#options = options;
		this.#commit = new GroupCommit(options.log, options.metrics);
		const look = () => void this.compactNeglected();
		this.#neglectedTimer = setInterval(look, LOOK_FOR_NEGLECTED_EVERY_MS).unref();
	}

	/** Calls `join` with the part's room, before that can be unloaded. Rejects when the text can't be loaded. */
	async enter(part: Entered, join: (room: Room) => void): Promise<void> {
		for (;;) {
			const room = this.#open.get(part.id) ?? (await this.#load(part));
			// It may have been closed in the turn that we waited for it.
			if (!room.isGone) return join(room);
		}
	}

	of(part: string): Room | undefined {
		return this.#open.get(part);
	}

	/** How it stands with all of them. */
	get standing(): Omit<Standing, 'bufferedBytes'> {
		const open = [...this.#open.values()];
		return {
			rooms: open.length,
			logBytes: open.reduce((sum, room) => sum + room.logBytes, 0),
			waitingEdits: this.#commit.waiting,
			waitingTexts: this.#workshop.waiting
		};
	}

	notice(documentId: string, notice: Notice): void {
		for (const room of this.#open.values()) {
			if (room.documentId === documentId) room.notice(notice);
		}
	}

	/** Resolves when all that came in is durable and acknowledged, or refused. */
	settled(): Promise<void> {
		return this.#commit.idle();
	}

	/** Sends everybody away, and reads out what was written last. */
	async close(): Promise<void> {
		const rooms = [...this.#open.values()];
		const flushed = rooms.map((room) => room.flush());
		for (const room of rooms) room.close(CLOSE.restart);
		clearInterval(this.#neglectedTimer);
		await Promise.all(flushed);
		await this.#workshop.close();
	}

	/** Makes snapshots of logs that nobody looks after: of who was killed before it could. */
	async compactNeglected(): Promise<void> {
		const { log, report } = this.#options;
		const failed = (error: unknown) => report('a compaction failed', error);
		const before = new Date(Date.now() - NEGLECTED_AFTER_MS);
		const parts = await log.neglected(before).catch((error: unknown) => (failed(error), []));
		for (const part of parts) {
			if (!this.#open.has(part)) await this.#compact(part).catch(failed);
		}
	}

	/** Reads out for pages and search what a process that was killed did not get to. */
	refreshStale(): Promise<number> {
		const failed = (error: unknown) => this.#options.report('a text could not be refreshed', error);
		return refreshStaleTexts(this.#context, failed, (stored) => this.#workshop.read(stored));
	}

	#compact(part: string, accept?: Accept): Promise<LiveText | null> {
		const { log, metrics, report } = this.#options;
		const told = (what: string) => report(what, null);
		const compact = () =>
			within(MAKE_WITHIN_MS, compactLog({ log, workshop: this.#workshop }, part, told, accept));
		return this.#readings.take(() => metrics.compaction(compact));
	}

	#remember(part: string, visitors: Visitors): void {
		this.#visitors.set(part, visitors);
		if (this.#visitors.size <= LIMITS.partsRemembered) return;
		const [oldest] = this.#visitors.keys();
		this.#visitors.delete(oldest!);
	}

	#load(part: Entered): Promise<Room> {
		const opening = this.#opening.get(part.id) ?? this.#make(part);
		this.#opening.set(part.id, opening);
		return opening;
	}

	async #make({ id: part, documentId, kind }: Entered): Promise<Room> {
		const isWork = kind === 'work';
		const { log, unloadAfterMs, metrics, report } = this.#options;
		const { presence, bus, now } = this.#context;
		try {
			// If this fails there is no room: an empty text in its place would be taken for the real one.
			const load = () => loadSoundText({ log, workshop: this.#workshop }, part);
			const loaded = await within(READ_WITHIN_MS, load());
			const visitors = this.#visitors.get(part) ?? new Visitors();
			this.#visitors.delete(part);
			const room = new Room(loaded, {
				part,
				documentId,
				visitors,
				load: () => (metrics.caughtUp(), load()),
				metrics,
				bus,
				compact: (accept) => this.#compact(part, accept),
				commit: this.#commit,
				unloadAfterMs,
				now,
				report,
				refreshText: async (lastEdit) => {
					const failed = (error: unknown) => report('a text could not be refreshed', error);
					const read = (stored: StoredText) => this.#workshop.read(stored);
					const refresh = () =>
						within(MAKE_WITHIN_MS, refreshText(this.#context, part, { lastEdit, read }));
					await this.#readings.take(refresh).catch(failed);
					if (isWork) bus.ring({ kind: 'work', document: documentId });
				},
				refreshPace: isWork ? FOR_WHO_LEADS : undefined,
				present: (people) => {
					presence.set(part, people);
					bus.ring({ kind: 'presence', part });
				},
				gone: (room) => {
					if (this.#open.get(part) === room) this.#open.delete(part);
					this.#remember(part, visitors);
				}
			});
			this.#open.set(part, room);
			return room;
		} finally {
			this.#opening.delete(part);
		}
	}
}
