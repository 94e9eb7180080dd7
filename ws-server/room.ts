import type { StoredText } from '#db/queries/updates.ts';
import type { Present } from '#server/presence.ts';
import { CLOSE, type CloseCode } from './close-codes.ts';
import { Compaction } from './compaction.ts';
import type { Connection } from './connection.ts';
import type { GroupCommit, Source } from './group-commit.ts';
import { LIMITS } from './limits.ts';
import { LiveText, type Change } from './live-text.ts';
import { Owners } from './owners.ts';
import { RoomPresence } from './presence.ts';
import {
	BadFrame,
	readMessage,
	step1Frame,
	step2Frame,
	updateFrame,
	type Notice
} from './protocol.ts';
import { assertStateVector, readShape } from './shape.ts';
import { TextRefresh, type LastEdit } from './text-refresh.ts';
import type { Condensed, UpdateLog } from './update-log.ts';

export type RoomOptions = {
	part: string;
	documentId: string;
	log: UpdateLog;
	commit: GroupCommit;
	unloadAfterMs: number;
	now: () => Date;
	refreshText(lastEdit: LastEdit | undefined): Promise<void>;
	present(people: Present[]): void;
	report(what: string, error: unknown): void;
	/** The room holds nothing any more; who comes next opens another. */
	gone(room: Room): void;
};

/** What waits for its commit, in the order in which it was added. */
type Pending =
	| {
			by: Connection;
			number: number;
			isStep2: boolean;
			update: Uint8Array | null;
			clients?: readonly number[];
	  }
	| { by: 'server'; update: Uint8Array; clients?: undefined };

/** Everybody who has one part open, and its text. Shows nobody what is not durable. */
export class Room implements Source {
	readonly #options: RoomOptions;
	readonly #connections = new Set<Connection>();
	readonly #asked = new Set<Connection>();
	readonly #text: LiveText;
	readonly #presence: RoomPresence;
	readonly #owners: Owners;
	readonly #refresh: TextRefresh;
	readonly #pending: Pending[] = [];
	readonly #compaction: Compaction;
	#unloadTimer: NodeJS.Timeout | undefined;
	#isGone = false;

	constructor(stored: StoredText, owners: Map<number, string>, options: RoomOptions) {
		this.#options = options;
		this.#text = new LiveText(stored, {
			changed: (change) => this.#tell(change),
			tidied: (update) => this.#add({ by: 'server', update })
		});
		this.#presence = new RoomPresence(this.#connections, options.present);
		this.#owners = new Owners(owners, {
			clockOf: (client) => this.#text.frontier.of(client),
			presentAs: (client) => this.#presence.personOf(client)
		});
		this.#refresh = new TextRefresh(options.refreshText);
		const { log, part, report } = options;
		this.#compaction = new Compaction(
			stored.updates.map((update) => update.bytes),
			(since) => log.compact(part, (read) => this.#condense(read, since)),
			(error) => report('a compaction failed', error)
		);
		// The last process may have been killed before it read the text out.
		if (stored.updates.length > 0) this.#refresh.touch();
		// Each costs everybody who opens the text another reading of all of it.
		if (!this.#text.isStoredSound) void this.#compaction.run();
		this.#unloadSoon();
	}

	get documentId(): string {
		return this.#options.documentId;
	}

	get isGone(): boolean {
		return this.#isGone;
	}

	/** How many sockets are in it. */
	get size(): number {
		return this.#connections.size;
	}

	join(connection: Connection): void {
		clearTimeout(this.#unloadTimer);
		this.#connections.add(connection);
		if (connection.member.mode === 'write') this.#ask(connection);
		connection.send(this.#presence.frame());
		this.#presence.joined();
	}

	leave(connection: Connection): void {
		if (!this.#connections.delete(connection)) return;
		this.#asked.delete(connection);
		this.#presence.left(connection);
		if (this.#connections.size === 0) this.#unloadSoon();
	}

	/** Does what a frame asks; an unreadable one closes the connection. */
	receive(connection: Connection, frame: Uint8Array): void {
		if (this.#isGone) return;
		try {
			const message = readMessage(frame);
			if (message.kind === 'step 1') {
				const { stateVector } = message;
				assertStateVector(stateVector);
				connection.answer('text', () => step2Frame(this.#text.differenceSince(stateVector)));
			} else if (message.kind === 'presence') {
				this.#presence.receive(connection, message.entries);
			} else if (message.kind === 'ask presence') {
				connection.answer('presence', () => this.#presence.frame());
			} else {
				this.#receiveEdit(connection, message.update, message.kind === 'step 2');
			}
		} catch (error) {
			// Reading a frame changes nothing of the text, so whatever went wrong is of its sender only.
			if (!(error instanceof BadFrame)) this.#options.report('a frame could not be read', error);
			connection.close(CLOSE.badFrame);
		}
	}

	notice(notice: Notice): void {
		for (const connection of this.#connections) connection.notice(notice);
	}

	/** Takes in what something else appended to the log. */
	async catchUp(): Promise<void> {
		const { log, part, report } = this.#options;
		try {
			const { snapshot, updates } = await log.load(part);
			if (this.#isGone) return;
			this.#text.take([...(snapshot ? [snapshot] : []), ...updates.map(({ bytes }) => bytes)]);
			this.#refresh.touch();
		} catch (error) {
			report('a room could not catch up', error);
			this.close(CLOSE.comeBack);
		}
	}

	committed(count: number): void {
		const durable = this.#pending.splice(0, count);
		if (this.#pending.length === 0) this.#text.frontier.settle();
		const updates = durable.flatMap(({ update }) => update ?? []);
		const authors = new Set(durable.flatMap(({ by, update }) => (update ? by : [])));
		try {
			const [author] = authors;
			// Who wrote all of it has it already.
			if (updates.length > 0) this.#text.take(updates, authors.size === 1 ? author : null);
		} catch (error) {
			this.#options.report('an update could not be applied', error);
			return this.close(CLOSE.comeBack);
		}
		this.#compaction.grew(updates);
		this.#settle(durable);
		this.#compaction.runIfDue();
	}

	lost(error: unknown): void {
		this.#options.report('a commit failed', error);
		this.close(CLOSE.comeBack);
	}

	/** Sends everybody away and forgets all; what was acknowledged is in the log. */
	close(code: CloseCode): void {
		if (this.#isGone) return;
		this.#isGone = true;
		clearTimeout(this.#unloadTimer);
		for (const connection of this.#connections) connection.close(code);
		this.#connections.clear();
		this.#presence.close();
		this.#refresh.stop();
		this.#text.destroy();
		this.#options.gone(this);
	}

	/** Reads the text out for pages and search, if that has not been done since the last edit. */
	flush(): Promise<void> {
		return this.#refresh.flush();
	}

	#receiveEdit(by: Connection, update: Uint8Array, isStep2: boolean): void {
		const isReader = by.member.mode === 'read';
		// Before it costs anything. It stays unacknowledged, and so does all that comes after it.
		if (isReader && !(isStep2 && update.length <= LIMITS.readerStep2Bytes)) {
			return by.receipts.refuse();
		}
		const shape = readShape(update);
		const isHeld = this.#text.holds(shape);
		if (isReader && !isHeld) return by.receipts.refuse();
		const number = by.receipts.take();
		if (isStep2) this.#asked.delete(by);
		if (isHeld) return this.#add({ by, number, isStep2, update: null });
		const { person } = by.member;
		const clients = this.#owners.claim(person, shape.structs);
		if (this.#text.frontier.advance(shape)) {
			this.#owners.bind(person, clients);
			return this.#add({ by, number, isStep2, update, clients });
		}
		// It lacks something that comes before it. A step 2 is all that a client has.
		if (isStep2) throw new BadFrame('a step 2 that misses something');
		by.receipts.leave(number);
		if (!this.#asked.has(by)) this.#ask(by);
	}

	#ask(connection: Connection): void {
		this.#asked.add(connection);
		connection.send(step1Frame(this.#text.stateVector));
	}

	#add(pending: Pending): void {
		const { commit, part } = this.#options;
		const { by, update, clients } = pending;
		this.#pending.push(pending);
		const author = by === 'server' ? null : by.member.person;
		commit.add(this, update && { part, bytes: update, author, clients });
	}

	#settle(durable: readonly Pending[]): void {
		const told = new Set<Connection>();
		const writers = new Set<string>();
		for (const pending of durable) {
			if (pending.by === 'server') {
				this.#tell({ update: pending.update, before: () => this.#text.stateVector, except: null });
				continue;
			}
			pending.by.receipts.settle(pending.number, pending);
			told.add(pending.by);
			if (pending.update) writers.add(pending.by.member.person);
		}
		for (const connection of told) connection.acknowledge();
		for (const by of writers) {
			this.#presence.wrote(by);
			this.#refresh.touch({ by, at: this.#options.now() });
		}
	}

	#tell({ update, before, except }: Change): void {
		const frame = updateFrame(update);
		const difference = (state: Uint8Array) => updateFrame(this.#text.differenceSince(state));
		for (const connection of this.#connections) {
			if (connection !== except) connection.sendEdit(frame, before, difference);
		}
	}

	#condense(stored: StoredText, since: readonly Uint8Array[]): Condensed | null {
		if (this.#isGone || stored.updates.length === 0) return null;
		try {
			const condensed = this.#text.condense(stored, since, () => this.#waiting);
			this.#compaction.condensed();
			return condensed;
		} catch (error) {
			if (this.#text.isTorn) this.close(CLOSE.comeBack);
			throw error;
		}
	}

	/** What Yjs tidied here, and is not durable yet. */
	get #waiting(): Uint8Array[] {
		return this.#pending.flatMap(({ by, update }) => (by === 'server' && update) || []);
	}

	#unloadSoon(): void {
		clearTimeout(this.#unloadTimer);
		this.#unloadTimer = setTimeout(() => void this.#unload(), this.#options.unloadAfterMs);
	}

	async #unload(): Promise<void> {
		if (this.#isGone) return;
		if (this.#pending.length > 0) return this.#unloadSoon();
		if (this.#compaction.hasLog) await this.#compaction.run();
		await this.#refresh.flush();
		// Somebody may have come in meanwhile.
		if (this.#connections.size > 0) return;
		if (this.#pending.length > 0) return this.#unloadSoon();
		this.close(CLOSE.restart);
	}
}
