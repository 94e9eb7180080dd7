import type { Present } from '#server/presence.ts';
import type { LastEdit } from '#server/texts.ts';
import { Bundle } from './bundle.ts';
import { CLOSE, type CloseCode } from './close-codes.ts';
import { Compaction } from './compaction.ts';
import type { Accept } from './compact-log.ts';
import type { Connection } from './connection.ts';
import { newIn, type Edit } from './edit.ts';
import { Frontier } from './frontier.ts';
import type { GroupCommit, Source } from './group-commit.ts';
import { LIMITS } from './limits.ts';
import type { LiveText } from './live-text.ts';
import type { SoundText } from './load-text.ts';
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
import { TextRefresh } from './text-refresh.ts';

export type RoomOptions = {
	part: string;
	documentId: string;
	commit: GroupCommit;
	unloadAfterMs: number;
	now: () => Date;
	/** Makes one snapshot of all that is stored; null when that is one already. See `compactLog`. */
	compact(accept: Accept): Promise<LiveText | null>;
	load(): Promise<SoundText>;
	refreshText(lastEdit: LastEdit | undefined): Promise<void>;
	present(people: Present[]): void;
	report(what: string, error: unknown): void;
	/** The room holds nothing any more; who comes next opens another. */
	gone(room: Room): void;
};

/** What waits for its commit, in the order in which it was added. */
type Pending = {
	by: Connection;
	number: number;
	isStep2: boolean;
	/** Null: nothing of it was new. */
	edit: Edit | null;
};

/** Everybody who has one part open, and its text. Shows nobody what is not durable. */
export class Room implements Source {
	readonly #options: RoomOptions;
	readonly #connections = new Set<Connection>();
	readonly #asked = new Set<Connection>();
	#text: LiveText;
	/** What was left out of it when it was opened. */
	readonly #unsound: ReadonlySet<bigint>;
	readonly #frontier: Frontier;
	readonly #presence: RoomPresence;
	readonly #owners: Owners;
	readonly #refresh: TextRefresh;
	readonly #pending: Pending[] = [];
	readonly #compaction: Compaction;
	/** What became durable while somebody reads the log: it may not be in what they read. */
	readonly #readings = new Set<Edit[]>();
	#unloadTimer: NodeJS.Timeout | undefined;
	#catchingUp: Promise<void> | null = null;
	#isBehind = false;
	#isGone = false;

	constructor(loaded: SoundText, owners: Map<number, string>, options: RoomOptions) {
		this.#options = options;
		this.#text = loaded.text;
		this.#unsound = new Set(loaded.unsound);
		// The text that is there then: it is replaced now and then.
		this.#frontier = new Frontier({
			clockOf: (client) => this.#text.clockOf(client),
			lacking: (range) => this.#text.lacking(range)
		});
		this.#presence = new RoomPresence(this.#connections, options.present);
		this.#owners = new Owners(owners, {
			clockOf: (client) => this.#frontier.clockOf(client),
			presentAs: (client) => this.#presence.personOf(client)
		});
		this.#refresh = new TextRefresh(options.refreshText);
		this.#compaction = new Compaction(
			() => this.#compact(),
			(error) => options.report('a compaction failed', error)
		);
		this.#compaction.grew(loaded.logBytes);
		// The last process may have been killed before it read the text out.
		if (loaded.logBytes > 0) this.#refresh.touch();
		if (loaded.unsound.length > 0) void this.#compaction.run();
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
				connection.answer('text', () => this.#answer(stateVector));
			} else if (message.kind === 'presence') {
				this.#presence.receive(connection, message.entries);
			} else if (message.kind === 'ask presence') {
				connection.answer('presence', () => [this.#presence.frame()]);
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

	/** Takes in what something else appended to the log. Asked while it does, it does so once more. */
	async catchUp(): Promise<void> {
		this.#isBehind = true;
		this.#catchingUp ??= this.#catchUp().finally(() => (this.#catchingUp = null));
		await this.#catchingUp;
	}

	committed(count: number): void {
		const durable = this.#pending.splice(0, count);
		if (this.#pending.length === 0) this.#frontier.settle();
		try {
			this.#take(durable);
		} catch (error) {
			this.#options.report('an update could not be taken in', error);
			return this.close(CLOSE.comeBack);
		}
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
		this.#compaction.stop();
		this.#options.gone(this);
	}

	/** Reads the text out for pages and search, if that has not been done since the last edit. */
	flush(): Promise<void> {
		return this.#refresh.flush();
	}

	#answer(stateVector: Uint8Array): Uint8Array[] {
		const updates = this.#text.differenceSince(stateVector);
		// A client counts as synced from the step 2 on, so that comes last.
		return updates.map((update, nth) =>
			nth === updates.length - 1 ? step2Frame(update) : updateFrame(update)
		);
	}

	#receiveEdit(by: Connection, update: Uint8Array, isStep2: boolean): void {
		const isReader = by.member.mode === 'read';
		// Before it costs anything. It stays unacknowledged, and so does all that comes after it.
		if (isReader && !(isStep2 && update.length <= LIMITS.readerStep2Bytes)) {
			return by.receipts.refuse();
		}
		const shape = readShape(update);
		if (!this.#frontier.reaches(shape)) {
			if (isReader) return by.receipts.refuse();
			return this.#missing(by, isStep2);
		}
		const edit = newIn({ update, shape }, this.#frontier);
		if (isReader && edit) return by.receipts.refuse();
		const number = by.receipts.take();
		if (isStep2) this.#asked.delete(by);
		if (!edit) return this.#add({ by, number, isStep2, edit });
		const { person } = by.member;
		const clients = this.#owners.claim(person, edit.shape.structs);
		this.#owners.bind(person, clients);
		this.#frontier.advance(edit.shape);
		this.#add({ by, number, isStep2, edit }, clients);
	}

	/** It lacks something that comes before it. A step 2 is all that a client has. */
	#missing(by: Connection, isStep2: boolean): void {
		if (isStep2) throw new BadFrame('a step 2 that misses something');
		by.receipts.leave(by.receipts.take());
		if (!this.#asked.has(by)) this.#ask(by);
	}

	#ask(connection: Connection): void {
		this.#asked.add(connection);
		connection.send(step1Frame(this.#text.vector));
	}

	#add(pending: Pending, clients?: readonly number[]): void {
		const { commit, part } = this.#options;
		const { by, edit } = pending;
		this.#pending.push(pending);
		commit.add(this, edit && { part, bytes: edit.update, author: by.member.person, clients });
	}

	/** Takes in what is durable, and tells it in one frame. */
	#take(durable: readonly Pending[]): void {
		const authors = new Set<Connection>();
		const edits: Edit[] = [];
		for (const { by, edit } of durable) {
			const added = edit && this.#text.take(edit);
			if (!added) continue;
			authors.add(by);
			edits.push(added);
		}
		const [first] = edits;
		if (!first) return;
		this.#compaction.grew(sizeOf(edits));
		for (const reading of this.#readings) reading.push(...edits);
		const [author] = authors;
		const update = edits.length === 1 ? first.update : bundled(edits);
		// Who wrote all of it has it already.
		const before = () => this.#text.vectorBefore(edits);
		this.#tell(update, before, authors.size === 1 ? author : undefined);
	}

	#settle(durable: readonly Pending[]): void {
		const told = new Set<Connection>();
		const writers = new Set<string>();
		for (const pending of durable) {
			pending.by.receipts.settle(pending.number, pending);
			told.add(pending.by);
			if (pending.edit) writers.add(pending.by.member.person);
		}
		for (const connection of told) connection.acknowledge();
		for (const by of writers) {
			this.#presence.wrote(by);
			this.#refresh.touch({ by, at: this.#options.now() });
		}
	}

	/** Tells an update to everybody but `author`; `before` is the state vector that it was made on. */
	#tell(update: Uint8Array, before: () => Uint8Array, author?: Connection): void {
		const frame = updateFrame(update);
		const difference = (state: Uint8Array) =>
			this.#text.differenceSince(state).map((lacking) => updateFrame(lacking));
		for (const connection of this.#connections) {
			if (connection !== author) connection.sendEdit(frame, before, difference);
		}
	}

	async #catchUp(): Promise<void> {
		try {
			while (this.#isBehind && !this.#isGone) {
				this.#isBehind = false;
				await this.#reading(async (since) => {
					const { text, logBytes } = await this.#options.load();
					if (this.#isGone) return;
					this.#replace(including(text, since), logBytes + sizeOf(since));
					this.#refresh.touch();
				});
			}
		} catch (error) {
			this.#options.report('a room could not catch up', error);
			this.close(CLOSE.comeBack);
		}
	}

	async #compact(): Promise<void> {
		let isRebuilt = false;
		const next = await this.#reading(async (since) => {
			const text = await this.#options.compact((next, unsound) => {
				if (this.#isGone) throw new Error('the room is closed');
				// Left out of what everybody here has: they can't go on with what they have.
				isRebuilt = unsound.some((id) => !this.#unsound.has(id));
				if (!isRebuilt && !including(next, since).holds(this.#text)) {
					throw new Error('the stored text is not the live text');
				}
			});
			if (!text || this.#isGone) return text;
			if (isRebuilt) this.close(CLOSE.rebuilt);
			else this.#replace(including(text, since), sizeOf(since));
			return text;
		});
		// Somebody else made the snapshot.
		if (!next) await this.catchUp();
	}

	/** Reads the log, and gives `read` what becomes durable meanwhile. */
	async #reading<T>(read: (since: readonly Edit[]) => Promise<T>): Promise<T> {
		const since: Edit[] = [];
		this.#readings.add(since);
		try {
			return await read(since);
		} finally {
			this.#readings.delete(since);
		}
	}

	/** Goes on with the text as it was read from the log, and tells what of it nobody here had. */
	#replace(next: LiveText, logBytes: number): void {
		const { vector } = this.#text;
		if (!next.holds(this.#text)) throw new Error('the stored text is not the live text');
		const isNew = !this.#text.holds(next);
		this.#text = next;
		this.#compaction.reset(logBytes);
		if (!isNew) return;
		for (const update of next.differenceSince(vector)) this.#tell(update, () => vector);
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

function including(text: LiveText, edits: readonly Edit[]): LiveText {
	for (const edit of edits) text.take(edit);
	return text;
}

function bundled(edits: readonly Edit[]): Uint8Array {
	const bundle = new Bundle();
	for (const { update, shape } of edits) bundle.add(update, shape);
	return bundle.encode();
}

function sizeOf(edits: readonly Edit[]): number {
	return edits.reduce((size, { update }) => size + update.length, 0);
}
