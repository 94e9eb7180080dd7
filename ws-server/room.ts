import type { Bus, Heard, Line } from '#server/bus.ts';
import type { Present } from '#server/presence.ts';
import type { LastEdit } from '#server/texts.ts';
import { CLOSE, type CloseCode } from './close-codes.ts';
import type { Connection } from './connection.ts';
import type { GroupCommit } from './group-commit.ts';
import { lineMessage, readLineMessage, type SharedRow } from './line-messages.ts';
import type { SoundText } from './load-text.ts';
import type { Metrics } from './metrics.ts';
import { Owners } from './owners.ts';
import { RoomPresence } from './presence.ts';
import { BadFrame, readMessage, step2Frame, updateFrame, type Notice } from './protocol.ts';
import { RoomEdits } from './room-edits.ts';
import { RoomText, type RoomTextOptions } from './room-text.ts';
import { assertStateVector, readStoredShape } from './shape.ts';
import { TextRefresh, type RefreshPace } from './text-refresh.ts';
import type { Visitors } from './visitors.ts';

/** They come back together, within so long. */
const KEEP_ANSWER_MS = 1_000;

export type RoomOptions = Pick<RoomTextOptions, 'compact' | 'load'> & {
	part: string;
	documentId: string;
	/** What is known of them from before the room was opened. */
	visitors: Visitors;
	commit: GroupCommit;
	metrics: Metrics;
	unloadAfterMs: number;
	now: () => Date;
	/** Where other nodes that have the part open are heard; nobody is there in a single process. */
	bus: Pick<Bus, 'openLine' | 'isShared' | 'now'>;
	refreshText(lastEdit: LastEdit | undefined): Promise<void>;
	/** How soon after an edit; without it, as soon as search needs it. */
	refreshPace?: RefreshPace;
	present(people: Present[]): void;
	report(what: string, error: unknown): void;
	/** The room holds nothing any more; who comes next opens another. */
	gone(room: Room): void;
};

/** Everybody who has one part open, and its text. Shows nobody what is not durable. */
export class Room {
	readonly #options: RoomOptions;
	readonly #connections = new Set<Connection>();
	readonly #text: RoomText;
	readonly #presence: RoomPresence;
	readonly #owners: Owners;
	readonly #refresh: TextRefresh;
	readonly #edits: RoomEdits;
	readonly #line: Line;
	#unloadTimer: NodeJS.Timeout | undefined;
	#lastAnswer: { updates: readonly Uint8Array[]; frames: readonly Uint8Array[] } | null = null;
	#forgetTimer: NodeJS.Timeout | null = null;
	#isGone = false;

	constructor(loaded: SoundText, options: RoomOptions) {
		this.#options = options;
		this.#text = new RoomText(loaded, {
			compact: options.compact,
			load: options.load,
			learned: (owners) => this.#owners.learn(owners),
			tell: (update, before, except) => this.#tell(update, before, except),
			changedElsewhere: () => this.#refresh.touch(),
			report: options.report,
			broken: (code) => this.close(code)
		});
		const clockOf = (client: number) => this.#text.frontier.clockOf(client);
		this.#owners = new Owners(loaded.owners, { clockOf }, options.visitors);
		this.#presence = new RoomPresence(this.#connections, {
			owners: this.#owners,
			changed: options.present,
			say: (message) => this.#line.say(message),
			now: () => options.bus.now()
		});
		this.#edits = new RoomEdits({
			part: options.part,
			commit: options.commit,
			text: this.#text,
			owners: this.#owners,
			visitors: options.visitors,
			metrics: options.metrics,
			isShared: options.bus.isShared,
			say: (rows) => this.#line.say(lineMessage({ kind: 'updates', rows })),
			wrote: (person) => this.#wrote(person),
			refuse: (by, error, bytes) => this.#refuse(by, error, bytes),
			failed: (what, error) => {
				options.report(what, error);
				this.close(CLOSE.comeBack);
			}
		});
		this.#refresh = new TextRefresh(options.refreshText, options.refreshPace);
		// The last process may have been killed before it read the text out.
		if (loaded.logBytes > 0) this.#refresh.touch();
		this.#line = options.bus.openLine(options.part, (heard) => this.#hear(heard));
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

	/** What is in its log and not in a snapshot yet. */
	get logBytes(): number {
		return this.#text.logBytes;
	}

	join(connection: Connection): void {
		clearTimeout(this.#unloadTimer);
		this.#connections.add(connection);
		if (connection.member.mode === 'write') this.#edits.ask(connection);
		const present = () => this.#presence.frame();
		connection.sendPresence([present()], present);
		this.#presence.joined();
	}

	leave(connection: Connection): void {
		if (!this.#connections.delete(connection)) return;
		this.#edits.left(connection);
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
				assertStateVector(stateVector, this.#text.vector.length);
				connection.answer('text', () => this.#answer(stateVector));
			} else if (message.kind === 'presence') {
				this.#presence.receive(connection, message.entries);
			} else if (message.kind === 'ask presence') {
				connection.answer('presence', () => [this.#presence.frame()]);
			} else {
				this.#edits.receive(connection, message.update, message.kind === 'step 2');
			}
		} catch (error) {
			this.#refuse(connection, error, frame.length);
		}
	}

	notice(notice: Notice): void {
		for (const connection of this.#connections) connection.notice(notice);
	}

	/** Takes in what something else appended to the log. */
	catchUp(): Promise<void> {
		return this.#text.catchUp();
	}

	/** Sends everybody away and forgets all; what was acknowledged is in the log. */
	close(code: CloseCode): void {
		if (this.#isGone) return;
		this.#isGone = true;
		clearTimeout(this.#unloadTimer);
		if (this.#forgetTimer) clearTimeout(this.#forgetTimer);
		for (const connection of this.#connections) connection.close(code);
		this.#connections.clear();
		this.#presence.close();
		this.#refresh.stop();
		this.#text.close();
		this.#edits.close();
		this.#line.close();
		this.#options.gone(this);
	}

	/** Reads the text out for pages and search, if that has not been done since the last edit. */
	flush(): Promise<void> {
		return this.#refresh.flush();
	}

	// Reading a frame changes nothing of the text, so whatever went wrong is of its sender only.
	#refuse(connection: Connection, error: unknown, bytes: number): void {
		const { metrics, report } = this.#options;
		const isBad = error instanceof BadFrame;
		metrics.refused(isBad ? error.reason : 'unexpected', bytes);
		if (!isBad) report('a frame could not be read', error);
		connection.close(CLOSE.badFrame);
	}

	#wrote(by: string): void {
		this.#presence.wrote(by);
		this.#refresh.touch({ by, at: this.#options.now() });
	}

	/** What another node says of this part. */
	#hear(heard: Heard): void {
		if (this.#isGone) return;
		if (heard.kind === 'missed') {
			this.#presence.missed();
			return void this.catchUp();
		}
		const message = readLineMessage(heard.message);
		if (!message) return this.#options.report('a node says what this one does not know', null);
		if (message.kind === 'updates') this.#takeOver(message.rows);
		else this.#presence.hear(heard.from, message);
	}

	/** Takes in what another node stored, or reads the log when that does not follow what is here. */
	#takeOver(rows: readonly SharedRow[]): void {
		try {
			for (const { author, clients } of rows) {
				if (author !== null) this.#owners.bind(author, clients);
			}
			const edits = rows.map(({ bytes }) => ({ update: bytes, shape: readStoredShape(bytes) }));
			if (!this.#text.takeOver(edits)) void this.catchUp();
			this.#refresh.touch();
		} catch (error) {
			this.#options.report('what another node said could not be read', error);
			void this.catchUp();
		}
	}

	#answer(stateVector: Uint8Array): readonly Uint8Array[] {
		const updates = this.#text.differenceSince(stateVector);
		// Who comes in gets the same as who came in just before.
		if (this.#lastAnswer?.updates === updates) return this.#lastAnswer.frames;
		// A client counts as synced from the step 2 on, so that comes last.
		const frames = updates.map((update, nth) =>
			nth === updates.length - 1 ? step2Frame(update) : updateFrame(update)
		);
		this.#lastAnswer = { updates, frames };
		// A copy of the whole text: not for as long as somebody is in it.
		this.#forgetTimer ??= setTimeout(() => this.#forgetAnswer(), KEEP_ANSWER_MS).unref();
		return frames;
	}

	#forgetAnswer(): void {
		this.#forgetTimer = null;
		this.#lastAnswer = null;
	}

	/** Tells an update to everybody but `except`; `before` is the state vector that it was made on. */
	#tell(update: Uint8Array, before: () => Uint8Array, except: unknown): void {
		const frame = updateFrame(update);
		let state: Uint8Array | undefined;
		const since = () => (state ??= before());
		const difference = (lacks: Uint8Array) =>
			this.#text.differenceSince(lacks).map((lacking) => updateFrame(lacking));
		for (const connection of this.#connections) {
			if (connection !== except) connection.sendEdit(frame, since, difference);
		}
	}

	#unloadSoon(): void {
		clearTimeout(this.#unloadTimer);
		this.#unloadTimer = setTimeout(() => void this.#unload(), this.#options.unloadAfterMs);
	}

	async #unload(): Promise<void> {
		if (this.#isGone) return;
		if (this.#edits.isWaiting) return this.#unloadSoon();
		await this.#text.compact();
		await this.#refresh.flush();
		// Somebody may have come in meanwhile.
		if (this.#connections.size > 0) return;
		if (this.#edits.isWaiting) return this.#unloadSoon();
		this.close(CLOSE.restart);
	}
}
