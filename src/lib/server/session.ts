import type { Queryable } from '#db/connection.ts';
import {
	deleteSession,
	deleteSessionsOf,
	extendSession,
	findSessions,
	insertSession
} from '#db/queries/sessions.ts';
import { revokeTokens } from '#db/queries/tokens.ts';
import { isSecret, newSecret, splitSecret } from './secrets.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** So long after the last use a session ends. */
export const SESSION_MS = 30 * DAY_MS;
/** A session slides at most once a day: reading pages writes nothing. */
const SLIDE_AFTER_MS = DAY_MS;
/** The longest that browsers keep a cookie; when a session ends is decided here, by the table. */
export const COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** The prefix makes browsers refuse the cookie from another host or over http; it needs https. */
export function SESSION_COOKIE(secure: boolean): string {
	return secure ? '__Host-session' : 'session';
}

/** Starts a session; `value` is what the cookie holds and exists nowhere else. */
export async function startSession(
	db: Queryable,
	personId: string,
	now: Date,
	lastsMs = SESSION_MS
): Promise<{ id: string; value: string }> {
	const { id, secretHash, value } = newSecret();
	const expiresAt = new Date(now.getTime() + lastsMs);
	await insertSession(db, { id, secretHash, personId, createdAt: now, expiresAt });
	return { id, value };
}

type OpenSession = Awaited<ReturnType<typeof findSessions>>[number];

/** The sessions that these values of cookies open, with their people; a value that opens none is left out. */
export async function openSessions(
	db: Queryable,
	values: readonly string[],
	now: Date
): Promise<Map<string, OpenSession>> {
	const asked = values.flatMap((value) => {
		const halves = splitSecret(value);
		return halves ? [{ value, ...halves }] : [];
	});
	if (asked.length === 0) return new Map();
	const rows = await findSessions(
		db,
		asked.map(({ id }) => id)
	);
	const byId = new Map(rows.map((row) => [row.session.id, row]));
	const slid = new Date(now.getTime() + SESSION_MS);
	const open = new Map<string, OpenSession>();
	for (const { value, id, secret } of asked) {
		const row = byId.get(id);
		if (!row || !isSecret(secret, row.session.secretHash)) continue;
		if (row.session.expiresAt <= now) continue;
		// That of a visitor ends with their workshop, however much it is used.
		const slides = row.person.email !== null;
		if (slides && slid.getTime() - row.session.expiresAt.getTime() >= SLIDE_AFTER_MS) {
			await extendSession(db, id, slid);
		}
		open.set(value, row);
	}
	return open;
}

export async function endSession(db: Queryable, id: string): Promise<void> {
	await deleteSession(db, id);
}

/** Ends all that somebody is let in by, sessions and API tokens alike. Ring for the person afterwards. */
export async function endEveryWayIn(db: Queryable, personId: string, now: Date): Promise<void> {
	await deleteSessionsOf(db, personId);
	await revokeTokens(db, personId, now);
}
