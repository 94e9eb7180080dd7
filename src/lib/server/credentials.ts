import { membershipFacts } from '#db/queries/memberships.ts';
import type { PersonRow } from '#db/queries/people.ts';
import { findToken, touchToken } from '#db/queries/tokens.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from './context.ts';
import { isSecret, splitSecret } from './secrets.ts';
import { openSession } from './session.ts';

/** Who asks, and by what: exactly one of `sessionId` and `tokenId` is set. */
export type Asker = {
	actor: Actor;
	language: 'nl' | 'en';
	email: string;
	sessionId: string | null;
	tokenId: string | null;
};

/** Finer is of no use to somebody who looks which of their tokens still lives. */
const TOUCH_AFTER_MS = 60_000;

/** Whose cookie or bearer token this is, with the facts of now; null for nobody, and for a disabled account. */
export async function whoAsks(
	context: Context,
	credentials: { session?: string; token?: string }
): Promise<Asker | null> {
	const now = context.now();
	if (credentials.token !== undefined) return byToken(context, credentials.token, now);
	if (!credentials.session) return null;
	const row = await openSession(context.db, credentials.session, now);
	if (!row || row.person.disabledAt) return null;
	const actor = await actorOf(context, row.person, now);
	return { ...describe(row.person), actor, sessionId: row.session.id, tokenId: null };
}

async function byToken(context: Context, value: string, now: Date): Promise<Asker | null> {
	const halves = splitSecret(value);
	if (!halves) return null;
	const row = await findToken(context.db, halves.id);
	if (!row || !isSecret(halves.secret, row.token.secretHash)) return null;
	const { token, person } = row;
	if (token.revokedAt || token.expiresAt <= now || person.disabledAt) return null;
	if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() >= TOUCH_AFTER_MS) {
		await touchToken(context.db, token.id, now);
	}
	const actor = await actorOf(context, person, now);
	return { ...describe(person), actor, sessionId: null, tokenId: token.id };
}

/** The person as the policy sees them. */
export async function actorOf(
	{ db }: Pick<Context, 'db'>,
	{ id, name, administrator }: Pick<PersonRow, 'id' | 'name' | 'administrator'>,
	now: Date
): Promise<Actor> {
	return { id, name, administrator, memberships: await membershipFacts(db, id, now) };
}

function describe({ email, language }: PersonRow): Pick<Asker, 'email' | 'language'> {
	return { email, language: language === 'en' ? 'en' : 'nl' };
}
