import { hueBeside, type Hue } from '#domain/hue.ts';
import type { Present } from '#server/presence.ts';
import type { Connection, Member } from './connection.ts';
import { Elsewhere } from './elsewhere.ts';
import { lineMessage, type LineMessage, type SharedSeat } from './line-messages.ts';
import type { Owners } from './owners.ts';
import { presenceFrame, presencePieces, type PresenceEntry } from './protocol.ts';

/** A cursor and a selection take a few hundred bytes. */
const MOST_STATE_BYTES = 16 * 1024;
/** Twenty frames a second at most, whatever clients send. */
const FLUSH_EVERY_MS = 50;
/** So long after an edit somebody is still called writing. */
const WRITING_FOR_MS = 10_000;
/** So often at most lists learn who is there. */
const TELL_EVERY_MS = 100;

const LEFT = 'null';

type Seat = { connection: Connection; client: number; since: number; state: string };

export type RoomPresenceOptions = {
	owners: Pick<Owners, 'mayBePresent' | 'present' | 'expected'>;
	/** Who of this node is in the room, or writes, is not what it was. */
	changed(people: Present[]): void;
	/** Says it to the other nodes that have this part open. */
	say(message: Uint8Array): void;
	/** Milliseconds, not behind what other nodes call the time. */
	now(): number;
};

/** Who is in one room, what they point at, and who writes. Names come from sessions, never from clients. */
export class RoomPresence {
	readonly #connections: ReadonlySet<Connection>;
	readonly #options: RoomPresenceOptions;
	readonly #seats = new Map<Connection, Seat>();
	readonly #seatsByClient = new Map<number, Seat>();
	readonly #elsewhere: Elsewhere;
	readonly #waiting = new Map<number, string>();
	readonly #unsaid = new Map<number, SharedSeat>();
	readonly #writing = new Map<string, NodeJS.Timeout>();
	readonly #hues = new Map<string, Hue>();
	#flushTimer: NodeJS.Timeout | null = null;
	#tellTimer: NodeJS.Timeout | null = null;
	#isUntold = false;
	#clock = 0;
	#told = '[]';

	constructor(connections: ReadonlySet<Connection>, options: RoomPresenceOptions) {
		this.#connections = connections;
		this.#options = options;
		this.#elsewhere = new Elsewhere({
			changed: (client, state) => this.#show(client, state),
			repeat: () => this.#sayAll([])
		});
	}

	/** Takes over what a client says about itself. What it says about others is dropped: stock clients echo. */
	receive(connection: Connection, entries: readonly PresenceEntry[]): void {
		// Of each client the last: a frame can hold thousands of states, and each is parsed.
		const last = new Map(entries.map(({ client, state }) => [client, state]));
		for (const [client, state] of last) {
			const seat = this.#seatOf(connection, client);
			if (!seat || state.length > MOST_STATE_BYTES) continue;
			const signed = sign(state, connection.member, this.#hueOf(connection.member.person));
			if (signed === undefined) continue;
			seat.state = signed;
			this.#say(seat, signed);
		}
	}

	/** Everybody's presence, for who has just come in. */
	frame(): Uint8Array {
		const clock = this.#tick();
		const here = [...this.#seats.values()].filter((seat) => seat.state !== LEFT);
		const entries = [...here, ...this.#elsewhere.seats];
		return presenceFrame(entries.map(({ client, state }) => ({ client, clock, state })));
	}

	joined(): void {
		this.#tell();
	}

	left(connection: Connection): void {
		const seat = this.#seats.get(connection);
		if (seat) {
			this.#stand(seat);
			this.#say(seat, LEFT);
		}
		const { person } = connection.member;
		const stays = [...this.#connections].some(({ member }) => member.person === person);
		if (!stays) this.#hues.delete(person);
		this.#tell();
	}

	/** Somebody's edit was stored. */
	wrote(person: string): void {
		const writing = this.#writing.get(person);
		if (writing) return void writing.refresh();
		const stop = () => {
			this.#writing.delete(person);
			this.#tell();
		};
		this.#writing.set(person, setTimeout(stop, WRITING_FOR_MS).unref());
		this.#tell();
	}

	/** What another node said about who is in this room there. */
	hear(from: string, message: Exclude<LineMessage, { kind: 'updates' }>): void {
		if (message.kind === 'bye') return this.#elsewhere.leave(from);
		if (message.kind === 'hello') {
			this.#elsewhere.greet(from);
			return this.#sayAll(this.#former());
		}
		for (const seat of message.seats) this.#options.owners.present(seat);
		this.#elsewhere.take(
			from,
			message.seats.filter((seat) => this.#yieldsTo(seat)),
			message.isWhole
		);
	}

	/** What other nodes said may be lost, and what we said too. */
	missed(): void {
		this.#options.say(lineMessage({ kind: 'hello' }));
		this.#sayAll(this.#former());
	}

	close(): void {
		this.#elsewhere.close();
		this.#options.say(lineMessage({ kind: 'bye' }));
		for (const timer of this.#writing.values()) clearTimeout(timer);
		this.#writing.clear();
		if (this.#flushTimer) clearTimeout(this.#flushTimer);
		this.#tellNow();
		if (this.#tellTimer) clearTimeout(this.#tellTimer);
	}

	// Here is where they are, unless their person has sat down there since: our socket is one that broke.
	#yieldsTo({ client, person, since, state }: SharedSeat): boolean {
		const own = this.#seatsByClient.get(client);
		if (!own) return true;
		if (state === LEFT || own.connection.member.person !== person) return false;
		if (own.since >= since) return false;
		this.#stand(own);
		return true;
	}

	#stand({ connection, client }: Seat): void {
		this.#seats.delete(connection);
		this.#seatsByClient.delete(client);
	}

	#hueOf(person: string): Hue {
		const own = this.#hues.get(person);
		if (own) return own;
		const there = new Map(this.#elsewhere.seats.map((seat) => [seat.person, seat.hue]));
		const taken = [...this.#hues.values(), ...there.values()];
		const hue = there.get(person) ?? hueBeside(person, taken);
		this.#hues.set(person, hue);
		return hue;
	}

	// A client id belongs to the connection that first spoke for it. Only the same person may take it
	// along, to the socket that replaces a broken one.
	#seatOf(connection: Connection, client: number): Seat | undefined {
		const own = this.#seats.get(connection);
		if (own) return own.client === client ? own : undefined;
		const before = this.#seatsByClient.get(client);
		const there = this.#elsewhere.of(client);
		const { person, mode } = connection.member;
		const claim = { client, person, mayWrite: mode === 'write' };
		if (before && before.connection.member.person !== person) return undefined;
		if (there && there.person !== person) return undefined;
		if (!this.#options.owners.mayBePresent(claim)) return undefined;
		this.#options.owners.present(claim);
		if (before) this.#stand(before);
		this.#elsewhere.drop(client);
		const since = Math.max(this.#options.now(), (there?.since ?? 0) + 1);
		const seat = { connection, client, since, state: LEFT };
		this.#seats.set(connection, seat);
		this.#seatsByClient.set(client, seat);
		return seat;
	}

	#say(seat: Seat, state: string): void {
		this.#show(seat.client, state);
		this.#unsaid.set(seat.client, this.#shared({ ...seat, state }));
	}

	#show(client: number, state: string): void {
		this.#waiting.set(client, state);
		this.#flushTimer ??= setTimeout(() => this.#flush(), FLUSH_EVERY_MS);
	}

	#flush(): void {
		this.#flushTimer = null;
		const seats = [...this.#unsaid.values()];
		this.#unsaid.clear();
		// Who comes later asks for everybody.
		if (this.#elsewhere.isAnybody && seats.length > 0) this.#tellOthers(false, seats);
		const clock = this.#tick();
		const entries = [...this.#waiting].map(([client, state]) => ({ client, clock, state }));
		this.#waiting.clear();
		const piecesWithout = presencePieces(entries);
		for (const connection of this.#connections) {
			// Its own state with our clock would overrule what it has become since.
			const own = this.#seats.get(connection)?.client;
			if (entries.length === 1 && entries[0]?.client === own) continue;
			connection.sendPresence(piecesWithout(own), () => this.frame());
		}
	}

	#sayAll(former: readonly SharedSeat[]): void {
		const seats = [...this.#seats.values()].filter((seat) => seat.state !== LEFT);
		this.#tellOthers(true, [...seats.map((seat) => this.#shared(seat)), ...former]);
	}

	/** Who left and may have words that are not sent yet, for who has just begun to listen. */
	#former(): SharedSeat[] {
		const left = this.#options.owners.expected.filter(
			({ client }) => !this.#seatsByClient.has(client)
		);
		return left.map((claim) => ({ ...claim, hue: 1, since: 0, state: LEFT }));
	}

	#tellOthers(isWhole: boolean, seats: readonly SharedSeat[]): void {
		this.#options.say(lineMessage({ kind: 'presence', isWhole, seats }));
	}

	#shared({ connection, client, since, state }: Seat): SharedSeat {
		const { person, mode } = connection.member;
		return { client, person, mayWrite: mode === 'write', hue: this.#hueOf(person), since, state };
	}

	// Clients ignore what is not newer than what they have. Our clock is the time, so that somebody
	// who comes back, or a server that restarts, is not ignored; and no node is behind another.
	#tick(): number {
		this.#clock = Math.max(this.#clock + 1, this.#options.now());
		return this.#clock;
	}

	/** At once, and then no more than once in a while: many come in together, and all write. */
	#tell(): void {
		if (this.#tellTimer) this.#isUntold = true;
		else this.#tellNow();
	}

	#tellNow(): void {
		this.#isUntold = false;
		if (this.#tellTimer) clearTimeout(this.#tellTimer);
		this.#tellTimer = setTimeout(() => {
			this.#tellTimer = null;
			if (this.#isUntold) this.#tellNow();
		}, TELL_EVERY_MS).unref();
		const names = new Map([...this.#connections].map(({ member }) => [member.person, member.name]));
		const people = [...names].map(([person, name]) => ({
			person,
			name,
			writing: this.#writing.has(person)
		}));
		const told = JSON.stringify(people);
		if (told === this.#told) return;
		this.#told = told;
		this.#options.changed(people);
	}
}

/** The state with who they are by their session; undefined when it is no state. */
function sign(state: string, member: Member, hue: Hue): string | undefined {
	if (state === LEFT) return LEFT;
	try {
		const fields: unknown = JSON.parse(state);
		if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined;
		const { person: id, name, function: holder, organisation } = member;
		return JSON.stringify({ ...fields, user: { id, name, hue, function: holder, organisation } });
	} catch {
		return undefined;
	}
}
