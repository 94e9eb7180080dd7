import type { Transaction } from '#db/connection.ts';
import { lockInvitation, markAccepted, type InvitationRow } from '#db/queries/invitations.ts';
import { insertMembership, membershipsOf } from '#db/queries/memberships.ts';
import { findPersonByEmail, insertPerson } from '#db/queries/people.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { findInvitedVoice } from '#db/queries/voices.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { invitationState } from './invitations.ts';
import { hashPassword, passwordFault } from './password.ts';
import { isSecret, splitSecret } from './secrets.ts';
import { startSession } from './session.ts';
import { takeInvitedVoice } from './voice-invitations.ts';

export type NewPerson = { name: string; password: string; language: 'nl' | 'en' };

/** Makes an account for whom the invitation was sent to; answers the value of their session cookie. */
export async function acceptAsNewPerson(
	context: Context,
	link: string,
	{ name, password, language }: NewPerson
): Promise<string> {
	const now = context.now();
	// Before anything is hashed: who has no invitation costs us no time.
	const { email } = await context.db.transaction((tx) => claim(tx, link, now));
	const fault = passwordFault(password, [email, name]);
	if (fault) throw new Invalid({ password: fault });
	const passwordHash = await hashPassword(password);
	return context.db.transaction(async (tx) => {
		const invitation = await claim(tx, link, now);
		if (await findPersonByEmail(tx, email)) throw new Conflict('account_exists');
		const { id } = await insertPerson(tx, { name, email, passwordHash, language });
		await join(tx, invitation, id, now);
		return (await startSession(tx, id, now)).value;
	});
}

/** Adds the membership to the account of who is signed in. */
export async function acceptInvitation(
	context: Context,
	actor: Actor,
	link: string
): Promise<void> {
	const now = context.now();
	await context.db.transaction(async (tx) => {
		const invitation = await claim(tx, link, now);
		const held = await membershipsOf(tx, actor.id, now);
		const here = held.filter(
			({ werkplaats }) => (werkplaats?.id ?? null) === invitation.werkplaatsId
		);
		const voice = await findInvitedVoice(tx, invitation.id);
		// Who belongs to the werkplaats already takes part in the case as who they are there.
		if (voice && here.length > 0) return answered(tx, invitation, actor.id, now);
		if (here.some((own) => hasFunction(own, invitation))) throw new Conflict('already_member');
		await join(tx, invitation, actor.id, now);
	});
	context.bus.ring({ kind: 'access', people: [actor.id] });
}

type WithFunction = Pick<InvitationRow, 'function'>;

function hasFunction({ function: one }: WithFunction, { function: other }: WithFunction): boolean {
	return one === other;
}

/** The invitation, if it is still open; of two at the same moment the second waits and finds it used. */
async function claim(tx: Transaction, link: string, now: Date): Promise<InvitationRow> {
	const halves = splitSecret(link);
	const invitation = halves && (await lockInvitation(tx, halves.id));
	if (!halves || !invitation || !isSecret(halves.secret, invitation.secretHash)) {
		throw new NotFound();
	}
	const state = invitationState(invitation, now);
	if (state !== 'open') throw new Conflict(`invitation_${state}`);
	return invitation;
}

async function join(
	tx: Transaction,
	{ id, werkplaatsId, organisationId, until, ...invitation }: InvitationRow,
	personId: string,
	now: Date
): Promise<void> {
	const terms = { function: invitation.function, organisationId, until, from: now };
	await insertMembership(tx, { personId, werkplaatsId, ...terms });
	await answered(tx, { id, werkplaatsId, organisationId, until, ...invitation }, personId, now);
}

async function answered(
	tx: Transaction,
	invitation: InvitationRow,
	personId: string,
	now: Date
): Promise<void> {
	const { id, werkplaatsId } = invitation;
	await markAccepted(tx, id, personId, now);
	await takeInvitedVoice(tx, invitation, personId, now);
	await recordEvent(tx, {
		name: 'invitation.accepted',
		actorId: personId,
		werkplaatsId,
		details: { function: invitation.function }
	});
}
