import { randomBytes } from 'node:crypto';
import { findByUnsubscribe, findMailPreference, putRhythm } from '#db/queries/mail-preferences.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { MailRhythm } from '#domain/told.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

/** Who says nothing hears once a day. */
const USUAL: MailRhythm = 'daily';
const UNSUBSCRIBE_BYTES = 24;

/** How the actor is mailed, and whether there is a mail server that does it. */
export async function openMailPreference(
	context: Context,
	actor: Actor
): Promise<{ rhythm: MailRhythm; delivers: boolean }> {
	const row = await findMailPreference(context.db, actor.id);
	return { rhythm: row?.rhythm ?? USUAL, delivers: context.mail.delivers };
}

export async function setRhythm(context: Context, actor: Actor, rhythm: MailRhythm): Promise<void> {
	await context.db.transaction(async (tx) => {
		await putRhythm(tx, { personId: actor.id, rhythm, unsubscribe: newUnsubscribe() });
		const details = { rhythm };
		await recordEvent(tx, { name: 'account.mail_changed', actorId: actor.id, details });
	});
}

/** Whether a link of a letter still has mail to stop; says nothing of whose it is. */
export async function readUnsubscribe(
	context: Context,
	link: string
): Promise<{ isStopped: boolean }> {
	const row = await findByUnsubscribe(context.db, link);
	if (!row) throw new NotFound();
	return { isStopped: row.rhythm === 'never' };
}

/** No letters any more for whose link this is: all that it can do, as often as one likes. */
export async function stopMail(context: Context, link: string): Promise<void> {
	await context.db.transaction(async (tx) => {
		const row = await findByUnsubscribe(tx, link);
		if (!row) throw new NotFound();
		if (row.rhythm === 'never') return;
		await putRhythm(tx, { ...row, rhythm: 'never' });
		await recordEvent(tx, { name: 'account.mail_stopped', personId: row.personId });
	});
}

/** What stands in a link to stop mail: it opens nothing, so it may be kept as it is. */
export function newUnsubscribe(): string {
	return randomBytes(UNSUBSCRIBE_BYTES).toString('base64url');
}

export function unsubscribeAddress(
	{ publicUrl }: Pick<Context, 'publicUrl'>,
	link: string
): string {
	return `${publicUrl}/unsubscribe/${link}`;
}
