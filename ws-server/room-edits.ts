import { setTimeout as wait } from 'node:timers/promises';
import { CLOSE } from './close-codes.ts';
import type { Connection } from './connection.ts';
import { newIn, type Edit } from './edit.ts';
import type { GroupCommit, Source } from './group-commit.ts';
import { LIMITS } from './limits.ts';
import type { SharedRow } from './line-messages.ts';
import type { Owners } from './owners.ts';
import type { Metrics } from './metrics.ts';
import { BadFrame, step1Frame } from './protocol.ts';
import type { RoomText } from './room-text.ts';
import { readShape, type Shape } from './shape.ts';
import type { Visitors } from './visitors.ts';

export type RoomEditsOptions = {
	part: string;
	commit: GroupCommit;
	text: RoomText;
	owners: Owners;
	visitors: Visitors;
	metrics: Metrics;
	/** Whether other nodes may have the part open too. */
	isShared: boolean;
	/** What other nodes get to hear of what is durable. */
	say(rows: readonly SharedRow[]): void;
	/** An edit of this person is durable. */
	wrote(person: string): void;
	/** What they sent can't be read. */
	refuse(by: Connection, error: unknown, bytes: number): void;
	/** Nobody knows what is stored, or what is stored can't be gone on with. */
	failed(what: string, error: unknown): void;
};

/** What waits for its commit, in the order in which it was added. */
type Pending = {
	by: Connection;
	number: number;
	isStep2: boolean;
	/** Null: nothing of it was new. */
	edit: Edit | null;
	/** The client ids that become theirs with it. */
	clients: readonly number[];
	/** When it was read, of `performance.now()`. */
	at: number;
};

/** What an edit says of who is there already. */
type Judged = {
	/** Whether all that it needs is here. */
	isReached: boolean;
	/** The client ids that become theirs with it; null when one is somebody else's. */
	clients: readonly number[] | null;
	/** Whether what is stored may be looked at for it. */
	mayLook: boolean;
};

const NONE: readonly number[] = [];

/** What people in a room write, on its way to being durable and told: the order of PROTOCOL.md. */
export class RoomEdits implements Source {
	readonly #options: RoomEditsOptions;
	readonly #asked = new Set<Connection>();
	readonly #pending: Pending[] = [];
	#isClosed = false;

	constructor(options: RoomEditsOptions) {
		this.#options = options;
	}

	get isGone(): boolean {
		return this.#isClosed;
	}

	/** Whether something waits for its commit. */
	get isWaiting(): boolean {
		return this.#pending.length > 0;
	}

	/** Asks somebody what they have that is not here. */
	ask(connection: Connection): void {
		this.#asked.add(connection);
		connection.send(step1Frame(this.#options.text.vector));
	}

	left(connection: Connection): void {
		this.#asked.delete(connection);
	}

	/** Takes an edit on; throws `BadFrame` for one that no honest client sends. */
	receive(by: Connection, update: Uint8Array, isStep2: boolean): void {
		// Before it costs anything. It stays unacknowledged, and so does all that comes after it.
		if (isReader(by) && !(isStep2 && update.length <= LIMITS.readerStep2Bytes)) {
			return by.receipts.refuse();
		}
		const edit = { update, shape: readShape(update) };
		const what = this.#judge(by, edit.shape);
		if (this.#mayBeElsewhere(what)) void this.#receiveLater(by, edit, isStep2);
		else this.#take(by, edit, isStep2, what, performance.now());
	}

	committed(count: number): void {
		const { text, failed } = this.#options;
		const durable = this.#pending.splice(0, count);
		if (this.#pending.length === 0) text.frontier.settle();
		try {
			this.#tell(durable);
		} catch (error) {
			return failed('an update could not be taken in', error);
		}
		this.#settle(durable);
		text.compactIfDue();
	}

	lost(error: unknown): void {
		this.#options.failed('a commit failed', error);
	}

	close(): void {
		this.#isClosed = true;
	}

	#judge(by: Connection, shape: Shape): Judged {
		const { text, owners } = this.#options;
		const isReached = text.frontier.reaches(shape);
		// A reader brings nothing.
		if (isReader(by)) return { isReached, clients: NONE, mayLook: false };
		return { isReached, clients: owners.claim(by.member.person, shape.structs), mayLook: true };
	}

	/**
	 * Whether there is something in it, or before it, that may be here soon: who was at another node a
	 * moment ago brings what colleagues wrote there. A commit that nobody waited for any more can be stored
	 * after the room was opened again: nobody is sent away for good before what is stored was asked.
	 */
	#mayBeElsewhere({ isReached, clients, mayLook }: Judged): boolean {
		return mayLook && (clients === null || (this.#options.isShared && !isReached));
	}

	/** What was shown to anybody is in the log. It is read now and then only, whatever somebody sends. */
	async #receiveLater(by: Connection, edit: Edit, isStep2: boolean): Promise<void> {
		const { text, visitors, refuse } = this.#options;
		const at = performance.now();
		by.hold('text');
		const rest = visitors.looks(by.member.person);
		if (rest > 0) await wait(rest, undefined, { ref: false });
		const isHere = () => !this.#isClosed && !by.isClosed;
		if (isHere() && this.#mayBeElsewhere(this.#judge(by, edit.shape))) await text.catchUp();
		try {
			if (isHere()) this.#take(by, edit, isStep2, this.#judge(by, edit.shape), at);
		} catch (error) {
			refuse(by, error, edit.update.length);
		}
		by.release('text');
	}

	#take(by: Connection, sent: Edit, isStep2: boolean, what: Judged, at: number): void {
		const { text, owners, visitors } = this.#options;
		const { person } = by.member;
		const { isReached, clients } = what;
		const edit = isReached ? newIn(sent, text.frontier) : null;
		if (isReader(by) && (edit || !isReached)) return by.receipts.refuse();
		if (!isReached) return this.#miss(by, isStep2);
		if (!clients) throw new BadFrame('an edit under the client id of somebody else', 'identity');
		// They keep it, and come back.
		if (clients.length > 0 && !visitors.mayAdd(person)) return by.close(CLOSE.tooMany);
		if (edit && !this.#expect(edit, sent, person)) return by.close(CLOSE.tooMany);
		visitors.added(person, clients.length);
		owners.bind(person, clients);
		const number = by.receipts.take();
		if (isStep2) this.#asked.delete(by);
		this.#add({ by, number, isStep2, edit, clients, at });
	}

	/** False: this person made others look through so much that it has to wait; what they wrote is nothing bad. */
	#expect(edit: Edit, sent: Edit, person: string): boolean {
		const { text, visitors } = this.#options;
		const most = visitors.stepsOf(person);
		try {
			visitors.stepped(person, text.expect(edit.shape, sent.shape, most));
			return true;
		} catch (error) {
			const isOfOne = most === LIMITS.effort.steps;
			if (!isOfOne && error instanceof BadFrame && error.reason === 'steps') return false;
			throw error;
		}
	}

	/** It lacks something that comes before it. A step 2 is all that a client has. */
	#miss(by: Connection, isStep2: boolean): void {
		if (isStep2) throw new BadFrame('a step 2 that misses something', 'missing');
		by.receipts.leave(by.receipts.take());
		if (!this.#asked.has(by)) this.ask(by);
	}

	#add(pending: Pending): void {
		const { commit, part } = this.#options;
		const { by, edit, clients } = pending;
		this.#pending.push(pending);
		commit.add(this, edit && { part, bytes: edit.update, author: by.member.person, clients });
	}

	/** Takes what is durable in, and tells it here and to other nodes. */
	#tell(durable: readonly Pending[]): void {
		const { text, isShared, say } = this.#options;
		const edits: Edit[] = [];
		const rows: SharedRow[] = [];
		let author: Connection | undefined;
		let isOfOne = true;
		for (const { by, edit, clients } of durable) {
			if (!edit) continue;
			author ??= by;
			isOfOne &&= author === by;
			edits.push(edit);
			if (isShared) rows.push({ bytes: edit.update, author: by.member.person, clients });
		}
		if (edits.length === 0) return;
		// Who wrote all of it has it already.
		text.take(edits, isOfOne ? author : undefined);
		if (isShared) say(rows);
	}

	#settle(durable: readonly Pending[]): void {
		// When the first that it covers was read.
		const told = new Map<Connection, number>();
		const writers = new Set<string>();
		for (const pending of durable) {
			pending.by.receipts.settle(pending.number, pending);
			if (!told.has(pending.by)) told.set(pending.by, pending.at);
			if (pending.edit) writers.add(pending.by.member.person);
		}
		for (const connection of told.keys()) connection.acknowledge();
		this.#options.metrics.acknowledged(told.values());
		for (const person of writers) this.#options.wrote(person);
	}
}

function isReader({ member }: Connection): boolean {
	return member.mode === 'read';
}
