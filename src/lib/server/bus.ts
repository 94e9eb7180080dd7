/**
 * What must reach every open page and socket at once. A node rings after its transaction has
 * committed; losing a ring delays, it never loses: truth is in PostgreSQL.
 */
export type Ring =
	/** Who may do what changed: of these people, documents, sessions or API tokens, or of nobody knows whom. */
	| {
			kind: 'access';
			people?: string[];
			documents?: string[];
			sessions?: string[];
			tokens?: string[];
			everything?: true;
	  }
	/** Updates were appended to a part's log by something other than its room. */
	| { kind: 'updates'; part: string }
	/** What is said beside a part's text changed: threads, suggestions. */
	| { kind: 'review'; part: string }
	/** There is something new in the inbox of these people, or it was read. */
	| { kind: 'told'; people: string[] }
	/** A document's own fields changed (title, state, themes). */
	| { kind: 'document'; document: string; title?: string }
	/** A run of an assignment changed: its groups, who is in them, its round, what was handed in. */
	| {
			kind: 'run';
			run: string;
			/** Only who leads it sees anything of that. */
			leads?: true;
	  }
	/** What groups write for this assignment was read out anew, for who leads. */
	| { kind: 'work'; document: string }
	/** Who is in a part's room changed. Stays on its node: other nodes are told of the people themselves. */
	| { kind: 'presence'; part: string };

export type AccessRing = Extract<Ring, { kind: 'access' }>;

/** Whether what somebody may do with these documents, asked in this way, may have changed. */
export function isAbout(
	ring: AccessRing,
	asked: {
		person: string;
		documents: readonly string[];
		sessionId: string | null;
		tokenId: string | null;
	}
): boolean {
	const { person, documents, sessionId, tokenId } = asked;
	return (
		ring.everything === true ||
		!!ring.people?.includes(person) ||
		!!ring.documents?.some((document) => documents.includes(document)) ||
		(sessionId !== null && !!ring.sessions?.includes(sessionId)) ||
		(tokenId !== null && !!ring.tokens?.includes(tokenId))
	);
}

/** What is heard on a line. */
export type Heard =
	/** Another node said this. */
	| { kind: 'said'; from: string; message: Uint8Array }
	/** Something may have been lost, or was said before we listened: read the log, and ask again. */
	| { kind: 'missed' };

/** What the nodes that have one part open say to each other about it. */
export interface Line {
	/** Never waits and never fails: what can't be said makes the others hear that they missed something. */
	say(message: Uint8Array): void;
	close(): void;
}

export interface Bus {
	/** Calls the listeners of this node at once, and those of other nodes soon. */
	ring(ring: Ring): void;
	/** Calls `listener` for every ring, in order, until the returned function is called. */
	listen(listener: (ring: Ring) => void): () => void;
	/**
	 * Nothing comes back to the node that said it. `missed` is heard once the line is there, after every
	 * gap, and now and then while other nodes can't be reached.
	 */
	openLine(name: string, hear: (heard: Heard) => void): Line;
	/** Whether there may be other nodes. */
	readonly isShared: boolean;
	/** Whether what is said reaches other nodes now; always true for a single process. */
	readonly isReachable: boolean;
	/** How often it came out that something others said did not arrive, since it was opened. */
	readonly missed: number;
	/** Milliseconds, not behind what other nodes have called the time. */
	now(): number;
	/** After this nothing is said or heard. */
	close(): Promise<void>;
}

/** The listeners of one node, called at once and in the order in which they came. */
export class Listeners {
	readonly #listeners = new Set<(ring: Ring) => void>();

	call(ring: Ring): void {
		for (const listener of [...this.#listeners]) listener(ring);
	}

	add(listener: (ring: Ring) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}
}

/** The bus of a single process: its lines lead nowhere. */
export function openLocalBus(): Bus {
	const listeners = new Listeners();
	const silent: Line = { say() {}, close() {} };
	return {
		ring: (ring) => listeners.call(ring),
		listen: (listener) => listeners.add(listener),
		openLine: () => silent,
		isShared: false,
		isReachable: true,
		missed: 0,
		now: Date.now,
		close: async () => {}
	};
}
