import type { Context } from '#server/context.ts';
import { refreshText } from '#server/texts.ts';
import { CLOSE } from './close-codes.ts';
import { GroupCommit } from './group-commit.ts';
import type { Notice } from './protocol.ts';
import { Room } from './room.ts';
import type { UpdateLog } from './update-log.ts';
import { within } from './within.ts';

const LOAD_WITHIN_MS = 10_000;

export type RoomsOptions = {
	log: UpdateLog;
	unloadAfterMs: number;
	report(what: string, error: unknown): void;
};

/** The rooms that are open: one for each part, however many come in at once. */
export class Rooms {
	readonly #context: Context;
	readonly #options: RoomsOptions;
	readonly #commit: GroupCommit;
	readonly #opening = new Map<string, Promise<Room>>();
	readonly #open = new Map<string, Room>();

	constructor(context: Context, options: RoomsOptions) {
		this.#context = context;
		this.#options = options;
		this.#commit = new GroupCommit(options.log);
	}

	/** Calls `join` with the part's room, before that can be unloaded. Rejects when the text can't be loaded. */
	async enter(part: string, documentId: string, join: (room: Room) => void): Promise<void> {
		for (;;) {
			const room = this.#open.get(part) ?? (await this.#load(part, documentId));
			// It may have been closed in the turn that we waited for it.
			if (!room.isGone) return join(room);
		}
	}

	of(part: string): Room | undefined {
		return this.#open.get(part);
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
		await Promise.all(flushed);
	}

	#load(part: string, documentId: string): Promise<Room> {
		const opening = this.#opening.get(part) ?? this.#make(part, documentId);
		this.#opening.set(part, opening);
		return opening;
	}

	async #make(part: string, documentId: string): Promise<Room> {
		const { log, unloadAfterMs, report } = this.#options;
		const { presence, bus, now } = this.#context;
		try {
			// If this fails there is no room: an empty text in its place would be taken for the real one.
			const loading = Promise.all([log.load(part), log.owners(part)]);
			const [stored, owners] = await within(LOAD_WITHIN_MS, loading);
			const room = new Room(stored, owners, {
				part,
				documentId,
				log,
				commit: this.#commit,
				unloadAfterMs,
				now,
				report,
				refreshText: async (lastEdit) => {
					const failed = (error: unknown) => report('a text could not be refreshed', error);
					await refreshText(this.#context, part, lastEdit).catch(failed);
				},
				present: (people) => {
					presence.set(part, people);
					bus.ring({ kind: 'presence', part });
				},
				gone: (room) => {
					if (this.#open.get(part) === room) this.#open.delete(part);
				}
			});
			this.#open.set(part, room);
			return room;
		} finally {
			this.#opening.delete(part);
		}
	}
}
