import { hueBeside, type Hue } from '#domain/hue.ts';
import type { Present } from '#server/presence.ts';
import type { Connection, Member } from './connection.ts';
import { presenceFrame, type PresenceEntry } from './protocol.ts';

/** A cursor and a selection take a few hundred bytes. */
const MOST_STATE_BYTES = 16 * 1024;
/** Twenty frames a second at most, whatever clients send. */
const FLUSH_EVERY_MS = 50;
/** So long after an edit somebody is still called writing. */
const WRITING_FOR_MS = 10_000;

const LEFT = 'null';

type Seat = { connection: Connection; client: number; state: string };

/** Who is in one room, what they point at, and who writes. Names come from sessions, never from clients. */
export class RoomPresence {
	readonly #connections: ReadonlySet<Connection>;
	readonly #changed: (people: Present[]) => void;
	readonly #seats = new Map<Connection, Seat>();
	readonly #waiting = new Map<number, string>();
	readonly #writing = new Map<string, NodeJS.Timeout>();
	readonly #hues = new Map<string, Hue>();
	#flushTimer: NodeJS.Timeout | null = null;
	#clock = 0;
	#told = '[]';

	constructor(connections: ReadonlySet<Connection>, changed: (people: Present[]) => void) {
		this.#connections = connections;
		this.#changed = changed;
	}

	/** Takes over what a client says about itself. What it says about others is dropped: stock clients echo. */
	receive(connection: Connection, entries: readonly PresenceEntry[]): void {
		for (const { client, state } of entries) {
			const seat = this.#seatOf(connection, client);
			if (!seat || state.length > MOST_STATE_BYTES) continue;
			const signed = sign(state, connection.member, this.#hueOf(connection.member.person));
			if (signed === undefined) continue;
			seat.state = signed;
			this.#say(client, signed);
		}
	}

	/** The person who speaks for this client id. */
	personOf(client: number): string | undefined {
		for (const { connection, client: seated } of this.#seats.values()) {
			if (seated === client) return connection.member.person;
		}
		return undefined;
	}

	/** Everybody's presence, for who has just come in. */
	frame(): Uint8Array {
		const clock = this.#tick();
		const entries = [...this.#seats.values()].filter((seat) => seat.state !== LEFT);
		return presenceFrame(entries.map(({ client, state }) => ({ client, clock, state })));
	}

	joined(): void {
		this.#tell();
	}

	left(connection: Connection): void {
		const seat = this.#seats.get(connection);
		this.#seats.delete(connection);
		if (seat) this.#say(seat.client, LEFT);
		const { person } = connection.member;
		const stays = [...this.#connections].some(({ member }) => member.person === person);
		if (!stays) this.#hues.delete(person);
		this.#tell();
	}

	/** Somebody's edit was stored. */
	wrote(person: string): void {
		clearTimeout(this.#writing.get(person));
		const stop = () => {
			this.#writing.delete(person);
			this.#tell();
		};
		this.#writing.set(person, setTimeout(stop, WRITING_FOR_MS).unref());
		this.#tell();
	}

	close(): void {
		for (const timer of this.#writing.values()) clearTimeout(timer);
		this.#writing.clear();
		if (this.#flushTimer) clearTimeout(this.#flushTimer);
		this.#tell();
	}

	#hueOf(person: string): Hue {
		const hue = this.#hues.get(person) ?? hueBeside(person, this.#hues.values());
		this.#hues.set(person, hue);
		return hue;
	}

	// A client id belongs to the connection that first spoke for it. Only the same person may take it
	// along, to the socket that replaces a broken one.
	#seatOf(connection: Connection, client: number): Seat | undefined {
		const own = this.#seats.get(connection);
		if (own) return own.client === client ? own : undefined;
		for (const [other, seat] of this.#seats) {
			if (seat.client !== client) continue;
			if (other.member.person !== connection.member.person) return undefined;
			this.#seats.delete(other);
		}
		const seat = { connection, client, state: LEFT };
		this.#seats.set(connection, seat);
		return seat;
	}

	#say(client: number, state: string): void {
		this.#waiting.set(client, state);
		this.#flushTimer ??= setTimeout(() => this.#flush(), FLUSH_EVERY_MS);
	}

	#flush(): void {
		this.#flushTimer = null;
		const clock = this.#tick();
		const entries = [...this.#waiting].map(([client, state]) => ({ client, clock, state }));
		this.#waiting.clear();
		const frame = presenceFrame(entries);
		for (const connection of this.#connections) {
			// Its own state with our clock would overrule what it has become since.
			const own = this.#seats.get(connection)?.client;
			const others = entries.filter((entry) => entry.client !== own);
			if (others.length > 0) {
				connection.send(others.length === entries.length ? frame : presenceFrame(others));
			}
		}
	}

	// Clients ignore what is not newer than what they have. Our clock is the time, so that somebody
	// who comes back, or a server that restarts, is not ignored.
	#tick(): number {
		this.#clock = Math.max(this.#clock + 1, Date.now());
		return this.#clock;
	}

	#tell(): void {
		const names = new Map([...this.#connections].map(({ member }) => [member.person, member.name]));
		const people = [...names].map(([person, name]) => ({
			person,
			name,
			writing: this.#writing.has(person)
		}));
		const told = JSON.stringify(people);
		if (told === this.#told) return;
		this.#told = told;
		this.#changed(people);
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
