import { isAbout, type AccessRing } from '#server/bus.ts';
import type { Verdict } from './admission.ts';
import { CLOSE } from './close-codes.ts';
import type { Connection } from './connection.ts';
import { within } from './within.ts';

const DECIDE_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 1_000;
/** Who could not be decided about twice must come back: nobody knows whether they may stay. */
const MOST_FAILURES = 2;

type Allowed = Extract<Verdict, { may: 'enter' }>;
type Guest = {
	connection: Connection;
	allowed: Allowed;
	decide: () => Promise<Verdict>;
	decidedAt: number;
	failures: number;
	isDeciding: boolean;
};

/**
 * Everybody inside, and whether they may still be there: decided again at once when access changed,
 * and every lease, because memberships and sessions also end by themselves.
 */
export class Guests {
	readonly #leaseMs: number;
	readonly #report: (what: string, error: unknown) => void;
	readonly #guests = new Map<Connection, Guest>();
	readonly #sockets = new Map<string, number>();
	readonly #lookTimer: NodeJS.Timeout;
	#changes = 0;

	constructor(leaseMs: number, report: (what: string, error: unknown) => void) {
		this.#leaseMs = leaseMs;
		this.#report = report;
		this.#lookTimer = setInterval(() => this.#look(), Math.min(LOOK_EVERY_MS, leaseMs));
	}

	/** Counts the changes of access: a decision that began before one may be out of date. */
	get changes(): number {
		return this.#changes;
	}

	get connections(): Iterable<Connection> {
		return this.#guests.keys();
	}

	/** How many sockets this person has. */
	socketsOf(person: string): number {
		return this.#sockets.get(person) ?? 0;
	}

	/** `decidedAt` is what `changes` was before it was decided that they may enter. */
	welcome(
		connection: Connection,
		allowed: Allowed,
		decide: () => Promise<Verdict>,
		decidedAt: number
	): void {
		const guest: Guest = {
			connection,
			allowed,
			decide,
			// Not all of those who came in together at the same moment again.
			decidedAt: performance.now() - (Math.random() * this.#leaseMs) / 2,
			failures: 0,
			isDeciding: false
		};
		this.#guests.set(connection, guest);
		const { person } = connection.member;
		this.#sockets.set(person, this.socketsOf(person) + 1);
		connection.notice({ kind: 'keep', may: allowed.mayKeep });
		if (allowed.member.mode === 'read') connection.notice({ kind: 'write', may: false });
		if (decidedAt !== this.#changes) this.#hold(guest);
	}

	left(connection: Connection): void {
		if (!this.#guests.delete(connection)) return;
		const { person } = connection.member;
		const left = this.socketsOf(person) - 1;
		if (left > 0) this.#sockets.set(person, left);
		else this.#sockets.delete(person);
	}

	accessChanged(ring: AccessRing): void {
		this.#changes++;
		for (const guest of this.#guests.values())
			if (isAbout(ring, askedBy(guest.allowed))) this.#hold(guest);
	}

	stop(): void {
		clearInterval(this.#lookTimer);
	}

	#look(): void {
		const due = performance.now() - this.#leaseMs;
		for (const guest of this.#guests.values()) if (guest.decidedAt <= due) void this.#decide(guest);
	}

	// Nothing that they send is stored between the change and the decision.
	#hold(guest: Guest): void {
		guest.connection.hold('decision');
		void this.#decide(guest);
	}

	async #decide(guest: Guest): Promise<void> {
		// One that is under way may have read what held before the change: decide once more after it.
		guest.decidedAt = -Infinity;
		if (guest.isDeciding) return;
		guest.isDeciding = true;
		const { connection } = guest;
		while (guest.decidedAt === -Infinity && !connection.isClosed) {
			guest.decidedAt = performance.now();
			try {
				this.#apply(guest, await within(DECIDE_WITHIN_MS, guest.decide()));
				guest.failures = 0;
			} catch (error) {
				this.#report('a connection could not be decided about', error);
				if (++guest.failures >= MOST_FAILURES) connection.close(CLOSE.comeBack);
				else guest.decidedAt = performance.now() - this.#leaseMs;
			}
		}
		guest.isDeciding = false;
		if (guest.failures === 0) connection.release('decision');
	}

	#apply(guest: Guest, verdict: Verdict): void {
		const { connection, allowed } = guest;
		if (verdict.may === 'not enter') return connection.close(verdict.code);
		const { mode } = verdict.member;
		// What they wrote meanwhile is asked of who comes in: so whoever may write now comes in again.
		if (mode === 'write' && allowed.member.mode === 'read') return connection.close(CLOSE.comeBack);
		guest.allowed = verdict;
		// A whole hall at once, when a round is over: they stay.
		if (mode !== allowed.member.mode) connection.becomeReader();
		if (verdict.mayKeep !== allowed.mayKeep) {
			connection.notice({ kind: 'keep', may: verdict.mayKeep });
		}
	}
}

function askedBy({ member, part, sessionId, tokenId }: Allowed) {
	return { person: member.person, documents: [part.documentId], sessionId, tokenId };
}
