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
	/** A document's own fields changed (title, state, themes). */
	| { kind: 'document'; document: string; title?: string }
	/** Who is in a part's room changed. */
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

export interface Bus {
	ring(ring: Ring): void;
	/** Calls `listener` for every ring, in order, until the returned function is called. */
	listen(listener: (ring: Ring) => void): () => void;
}

/** The bus of a single process: listeners are called at once, in the order in which they came. */
export function openLocalBus(): Bus {
	const listeners = new Set<(ring: Ring) => void>();
	return {
		ring(ring) {
			for (const listener of [...listeners]) listener(ring);
		},
		listen(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		}
	};
}
