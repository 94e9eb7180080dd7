import type { Queryable } from '#db/connection.ts';
import { membershipFactsOf } from '#db/queries/memberships.ts';
import type { PersonRow } from '#db/queries/people.ts';
import { findToken, touchToken } from '#db/queries/tokens.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from './context.ts';
import { isSecret, splitSecret } from './secrets.ts';
import { openSessions } from './session.ts';

/** Who asks, and by what: exactly one of `sessionId` and `tokenId` is set. */
export type Asker = {
	actor: Actor;
	language: 'nl' | 'en';
	/** Null: a visitor, who came into a workshop without an account and has nothing outside it. */
	email: string | null;
	sessionId: string | null;
	tokenId: string | null;
};

/** Who can sign in. */
export type AccountAsker = Asker & { email: string };

export function hasAccount(asker: Asker): asker is AccountAsker {
	return asker.email !== null;
}

/** What somebody shows: one of them, or nothing. */
export type Credentials = { session?: string; token?: string };

/** Finer is of no use to somebody who looks which of their tokens still lives. */
const TOUCH_AFTER_MS = 60_000;

/** Whose cookie or bearer token this is, with the facts of now; null for nobody, and for a disabled account. */
export async function whoAsks(context: Context, credentials: Credentials): Promise<Asker | null> {
	const [asker] = await whoAskEach(context, [credentials]);
	return asker ?? null;
}

/** The same for many who ask at once, in their order: sessions take no more queries than one does. */
export async function whoAskEach(
	context: Context,
	all: readonly Credentials[]
): Promise<(Asker | null)[]> {
	const now = context.now();
	const values = all.flatMap(({ session, token }) =>
		session && token === undefined ? session : []
	);
	const sessions = await bySessions(context, values, now);
	return Promise.all(
		all.map(({ session, token }) => {
			if (token !== undefined) return byToken(context, token, now);
			return sessions.get(session ?? '') ?? null;
		})
	);
}

async function bySessions(
	context: Context,
	values: readonly string[],
	now: Date
): Promise<Map<string, Asker>> {
	const open = await openSessions(context.db, values, now);
	const enabled = [...open].filter(([, { person }]) => !person.disabledAt);
	const people = enabled.map(([, { person }]) => person);
	const actors = new Map((await actorsOf(context, people, now)).map((actor) => [actor.id, actor]));
	const askers = new Map<string, Asker>();
	for (const [value, { session, person }] of enabled) {
		const actor = actors.get(person.id);
		if (!actor) continue;
		askers.set(value, { ...describe(person), actor, sessionId: session.id, tokenId: null });
	}
	return askers;
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

type PersonFacts = Pick<PersonRow, 'id' | 'name' | 'administrator'>;

/** The person as the policy sees them. */
export async function actorOf(
	context: { db: Queryable },
	person: PersonFacts,
	now: Date
): Promise<Actor> {
	const [actor] = await actorsOf(context, [person], now);
	if (!actor) throw new Error('a person without an actor');
	return actor;
}

/** The same of these people. */
export async function actorsOf(
	{ db }: { db: Queryable },
	people: readonly PersonFacts[],
	now: Date
): Promise<Actor[]> {
	const memberships = await membershipFactsOf(
		db,
		people.map(({ id }) => id),
		now
	);
	return people.map(({ id, name, administrator }) => ({
		...{ id, name, administrator },
		memberships: memberships.get(id) ?? []
	}));
}

function describe({ email, language }: PersonRow): Pick<Asker, 'email' | 'language'> {
	return { email, language: language === 'en' ? 'en' : 'nl' };
}
