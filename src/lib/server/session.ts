import type { Queryable } from '#db/connection.ts';
import {
	deleteSession,
	deleteSessionsOf,
	extendSession,
	findSession,
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
	now: Date
): Promise<{ id: string; value: string }> {
	const { id, secretHash, value } = newSecret();
	const expiresAt = new Date(now.getTime() + SESSION_MS);
	await insertSession(db, { id, secretHash, personId, createdAt: now, expiresAt });
	return { id, value };
}

/** The session that a cookie's value opens, with its person; null when there is none (any more). */
export async function openSession(db: Queryable, value: string, now: Date) {
	const halves = splitSecret(value);
	if (!halves) return null;
	const row = await findSession(db, halves.id);
	if (!row || !isSecret(halves.secret, row.session.secretHash)) return null;
	if (row.session.expiresAt <= now) return null;
	const slid = new Date(now.getTime() + SESSION_MS);
	if (slid.getTime() - row.session.expiresAt.getTime() >= SLIDE_AFTER_MS) {
		await extendSession(db, row.session.id, slid);
	}
	return row;
}

export async function endSession(db: Queryable, id: string): Promise<void> {
	await deleteSession(db, id);
}

/** Ends all that somebody is let in by, sessions and API tokens alike. Ring for the person afterwards. */
export async function endEveryWayIn(db: Queryable, personId: string, now: Date): Promise<void> {
	await deleteSessionsOf(db, personId);
	await revokeTokens(db, personId, now);
}
