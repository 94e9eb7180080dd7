import { membershipsOf } from '#db/queries/memberships.ts';
import { findPerson, isAccount, lockPerson, updatePerson } from '#db/queries/people.ts';
import { deleteSessionsOf, sessionsOf } from '#db/queries/sessions.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Context } from './context.ts';
import type { Asker } from './credentials.ts';
import { recordEvent } from './events.ts';
import { countTry } from './limits.ts';
import { hashPassword, isPassword, passwordFault } from './password.ts';
import { endEveryWayIn, startSession } from './session.ts';

/** Who somebody is to us, and where they take part now. */
export async function describeAccount(context: Context, { actor, email, language }: Asker) {
	const { id, name, administrator } = actor;
	const memberships = await membershipsOf(context.db, id, context.now());
	return { id, name, email, language, administrator, memberships };
}

/** What somebody may know of their own account: also where they are signed in. */
export async function openAccount(context: Context, asker: Asker) {
	const [account, sessions] = await Promise.all([
		describeAccount(context, asker),
		sessionsOf(context.db, asker.actor.id, context.now())
	]);
	return {
		...account,
		sessions: sessions.map(({ id, ...session }) => ({
			...session,
			current: id === asker.sessionId
		}))
	};
}

/** Changes how somebody is called and in which language we speak to them. */
export async function changeAccount(
	context: Context,
	{ actor }: Asker,
	change: { name?: string; language?: 'nl' | 'en' }
): Promise<void> {
	await context.db.transaction(async (tx) => {
		await updatePerson(tx, actor.id, change);
		await recordEvent(tx, { name: 'account.changed', actorId: actor.id });
	});
}

/**
 * Changes the password; every session and every API token ends, as whoever knew the old one may have made
 * them. The session that asks is replaced: answers the value of its cookie.
 */
export async function changePassword(
	context: Context,
	asker: Asker,
	{ current, password, address }: { current: string; password: string; address: string }
): Promise<string> {
	const { id } = asker.actor;
	const person = await findPerson(context.db, id);
	if (!person || !isAccount(person)) throw new NotFound();
	// Somebody at a computer that was left open may not guess on either.
	const countedAsRight = await countTry(context, person.email, address);
	if (!(await isPassword(person.passwordHash, current))) {
		throw new Invalid({ current: 'password_wrong' });
	}
	await countedAsRight();
	const fault = passwordFault(password, [person.email, person.name]);
	if (fault) throw new Invalid({ password: fault });
	const passwordHash = await hashPassword(password);
	const session = await context.db.transaction(async (tx) => {
		const locked = await lockPerson(tx, id);
		if (locked?.passwordHash !== person.passwordHash)
			throw new Invalid({ current: 'password_wrong' });
		if (locked.disabledAt) throw new NotFound();
		await updatePerson(tx, id, { passwordHash });
		await endEveryWayIn(tx, id, context.now());
		await recordEvent(tx, { name: 'account.password_changed', actorId: id });
		return startSession(tx, id, context.now());
	});
	context.bus.ring({ kind: 'access', people: [id] });
	return session.value;
}

/** Ends the sessions on every other device; answers how many there were. */
export async function endOtherSessions(context: Context, asker: Asker): Promise<number> {
	const { actor, sessionId } = asker;
	const ended = await context.db.transaction(async (tx) => {
		const others = await deleteSessionsOf(tx, actor.id, sessionId ?? undefined);
		await recordEvent(tx, { name: 'session.others_ended', actorId: actor.id });
		return others;
	});
	context.bus.ring({ kind: 'access', sessions: ended });
	return ended.length;
}
