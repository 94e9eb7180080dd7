import { findPersonByEmail, isAccount, lockPerson, updatePerson } from '#db/queries/people.ts';
import { deleteResetsOf, findReset, insertReset } from '#db/queries/resets.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { countReset } from './limits.ts';
import { hashPassword, passwordFault } from './password.ts';
import { isSecret, newSecret, splitSecret } from './secrets.ts';
import { endEveryWayIn, startSession } from './session.ts';

const RESET_HOURS = 24;
const HOUR_MS = 60 * 60 * 1000;

/**
 * Mails somebody who forgot their password a link to choose another. Whether there is such an account is
 * looked up after this has answered, so that the answer takes as long for one as for the other; `sent`
 * is for who must know when that was done.
 */
export async function askReset(
	context: Context,
	{ email, address }: { email: string; address: string }
): Promise<{ sent: Promise<void> }> {
	const mayHave = await countReset(context, email, address);
	const sent = mayHave ? sendLink(context, email) : Promise.resolve();
	// Nobody waits for it, so nobody hears that it failed: whoever got no letter asks again.
	sent.catch(() => {});
	return { sent };
}

async function sendLink(context: Context, email: string): Promise<void> {
	const person = await findPersonByEmail(context.db, email);
	if (!person || person.disabledAt) return;
	const now = context.now();
	const { id, secretHash, value } = newSecret();
	const expiresAt = new Date(now.getTime() + RESET_HOURS * HOUR_MS);
	await context.db.transaction(async (tx) => {
		await insertReset(tx, { id, secretHash, personId: person.id, createdAt: now, expiresAt });
		await recordEvent(tx, { name: 'account.reset_asked', personId: person.id });
	});
	const locale = person.language === 'en' ? 'en' : 'nl';
	const text = [
		m.people_reset_letter_asked({ name: person.name }, { locale }),
		`${context.publicUrl}/reset/${value}`,
		m.people_reset_letter_hours({ hours: RESET_HOURS }, { locale }),
		m.people_reset_letter_unasked({}, { locale })
	].join('\n\n');
	const subject = m.people_reset_letter_subject({}, { locale });
	await context.mail.send({ to: person.email, subject, text, until: expiresAt });
}

/** Whose password a link lets be chosen. */
export async function readReset(context: Context, link: string) {
	const { person } = await open(context, link);
	return { name: person.name, email: person.email };
}

/**
 * Sets the password, ends every session, API token and other link; answers the value of a new session's
 * cookie.
 */
export async function resetPassword(
	context: Context,
	link: string,
	password: string
): Promise<string> {
	const { person } = await open(context, link);
	const fault = passwordFault(password, [person.email, person.name]);
	if (fault) throw new Invalid({ password: fault });
	const passwordHash = await hashPassword(password);
	const session = await context.db.transaction(async (tx) => {
		if ((await lockPerson(tx, person.id))?.disabledAt) throw new NotFound();
		// Of two at the same moment the second finds nothing left to delete.
		if ((await deleteResetsOf(tx, person.id)) === 0) throw new Conflict('reset_used');
		await updatePerson(tx, person.id, { passwordHash });
		await endEveryWayIn(tx, person.id, context.now());
		await recordEvent(tx, { name: 'account.password_reset', actorId: person.id });
		return startSession(tx, person.id, context.now());
	});
	context.bus.ring({ kind: 'access', people: [person.id] });
	return session.value;
}

async function open(context: Context, link: string) {
	const halves = splitSecret(link);
	const row = halves && (await findReset(context.db, halves.id));
	if (!halves || !row || !isSecret(halves.secret, row.reset.secretHash)) throw new NotFound();
	const { reset, person } = row;
	if (reset.expiresAt <= context.now() || person.disabledAt || !isAccount(person)) {
		throw new NotFound();
	}
	return { reset, person };
}
