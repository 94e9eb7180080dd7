import { findPersonByEmail, lockPerson } from '#db/queries/people.ts';
import { Invalid } from '#domain/errors.ts';
import type { Context } from './context.ts';
import type { Asker } from './credentials.ts';
import { recordEvent } from './events.ts';
import { countTry } from './limits.ts';
import { isPassword } from './password.ts';
import { endSession, startSession } from './session.ts';

export type SignIn = {
	email: string;
	password: string;
	/** Where the request comes from; many people can share one. */
	address: string;
};

/**
 * Starts a session; answers the value of its cookie and the language of its person. An unknown
 * account, a disabled one and a wrong password get the same answer, as late as each other.
 */
export async function signIn(
	context: Context,
	{ email, password, address }: SignIn
): Promise<{ session: string; language: string }> {
	const countedAsRight = await countTry(context, email, address);
	const person = await findPersonByEmail(context.db, email);
	const fits = await isPassword(person?.passwordHash, password);
	const wrong = new Invalid({ password: 'sign_in_wrong' });
	if (!person || !fits || person.disabledAt) throw wrong;
	const session = await context.db.transaction(async (tx) => {
		// Meanwhile somebody may have changed the password, so that nobody gets in with the old one.
		const current = await lockPerson(tx, person.id);
		if (current?.passwordHash !== person.passwordHash || current.disabledAt) throw wrong;
		const started = await startSession(tx, person.id, context.now());
		await recordEvent(tx, { name: 'session.started', actorId: person.id });
		return started;
	});
	await countedAsRight();
	return { session: session.value, language: person.language };
}

/** Ends the session by which somebody asks; what they have open elsewhere with it closes too. */
export async function signOut(context: Context, { actor, sessionId }: Asker): Promise<void> {
	if (!sessionId) return;
	await context.db.transaction(async (tx) => {
		await endSession(tx, sessionId);
		await recordEvent(tx, { name: 'session.ended', actorId: actor.id });
	});
	context.bus.ring({ kind: 'access', sessions: [sessionId] });
}
