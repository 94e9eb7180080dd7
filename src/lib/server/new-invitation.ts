import type { Transaction } from '#db/connection.ts';
import { insertInvitation } from '#db/queries/invitations.ts';
import { findPerson, findPersonByEmail } from '#db/queries/people.ts';
import type { Actor } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { invitationLetter } from './invitation-letter.ts';
import { newSecret } from './secrets.ts';

const INVITATION_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

export type InvitationTerms = {
	werkplaatsId: string | null;
	function: WerkplaatsFunction;
	organisationId: string | null;
	until: Date | null;
	email: string;
};

/** An invitation that waits for an answer; the caller has asked whether the actor may let people in. */
export async function makeInvitation(
	tx: Transaction,
	context: Context,
	actor: Actor,
	terms: InvitationTerms
): Promise<{ id: string; value: string; expiresAt: Date }> {
	const now = context.now();
	const { id, secretHash, value } = newSecret();
	const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
	const row = { id, secretHash, ...terms, invitedBy: actor.id, createdAt: now, expiresAt };
	await insertInvitation(tx, row);
	await recordEvent(tx, {
		name: 'invitation.made',
		actorId: actor.id,
		werkplaatsId: terms.werkplaatsId,
		details: { function: terms.function }
	});
	return { id, value, expiresAt };
}

/** Mails the link of an invitation. When nobody could be mailed, `link` is the actor's to pass on. */
export async function mailInvitation(
	context: Context,
	actor: Actor,
	{ value, expiresAt }: { value: string; expiresAt: Date },
	{ email, werkplaats }: { email: string; werkplaats: string | null }
): Promise<{ email: string; link: string | null }> {
	const link = `${context.publicUrl}/invitation/${value}`;
	const reader =
		(await findPersonByEmail(context.db, email)) ?? (await findPerson(context.db, actor.id));
	const letter = invitationLetter(reader?.language === 'en' ? 'en' : 'nl', {
		to: email,
		inviter: actor.name,
		werkplaats,
		link,
		days: INVITATION_DAYS,
		until: expiresAt
	});
	const { delivered } = await context.mail.send(letter);
	return { email, link: delivered ? null : link };
}
