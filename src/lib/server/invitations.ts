import {
	findInvitation,
	lockInvitation,
	markWithdrawn,
	openInvitations
} from '#db/queries/invitations.ts';
import { findInvitedVoice } from '#db/queries/voices.ts';
import { isOrganisation } from '#db/queries/organisations.ts';
import { findPersonByEmail } from '#db/queries/people.ts';
import { resolveWerkplaats } from '#db/queries/references.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { membershipFault } from '#domain/membership.ts';
import { authorize, can } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { mailInvitation, makeInvitation } from './new-invitation.ts';
import { isSecret, splitSecret } from './secrets.ts';

export type NewInvitation = {
	/** Id or slug; null is the network. */
	werkplaats: string | null;
	email: string;
	function: WerkplaatsFunction;
	organisation: string | null;
	/** The end of the membership that accepting gives. */
	until: Date | null;
};

/** Who may let people in: coordinators in their werkplaats, administrators everywhere. */
function authorizeManaging(actor: Actor, werkplaatsId: string | null): void {
	if (werkplaatsId === null) authorize(actor, 'administer', { type: 'network' });
	else authorize(actor, 'manage_members', { type: 'werkplaats', werkplaats: werkplaatsId });
}

/** The same, for a membership or an invitation that is named by its id: to others there is none. */
export function mayManage(actor: Actor, werkplaatsId: string | null): boolean {
	return werkplaatsId === null
		? can(actor, 'administer', { type: 'network' })
		: can(actor, 'manage_members', { type: 'werkplaats', werkplaats: werkplaatsId });
}

/** Mails a link with which one person takes part. When nobody could be mailed, `link` is theirs to pass on. */
export async function invite(
	context: Context,
	actor: Actor,
	{ werkplaats, email, organisation, until, function: f }: NewInvitation
): Promise<{ email: string; link: string | null }> {
	const place = await placeOf(context, werkplaats);
	authorizeManaging(actor, place?.id ?? null);
	const now = context.now();
	const fault = membershipFault({ werkplaats: place?.id ?? null, function: f, until }, now);
	if (fault) throw new Invalid(fault);
	if (organisation && !(await isOrganisation(context.db, organisation))) {
		throw new Invalid({ organisation: 'unknown' });
	}
	const terms = {
		werkplaatsId: place?.id ?? null,
		function: f,
		organisationId: organisation,
		until
	};
	const invitation = await context.db.transaction((tx) =>
		makeInvitation(tx, context, actor, { ...terms, email })
	);
	return mailInvitation(context, actor, invitation, { email, werkplaats: place?.name ?? null });
}

/** What still waits for an answer, in a werkplaats or (null) in the network. */
export async function listInvitations(context: Context, actor: Actor, werkplaats: string | null) {
	const place = await placeOf(context, werkplaats);
	authorizeManaging(actor, place?.id ?? null);
	return openInvitations(context.db, place?.id ?? null, context.now());
}

/** Makes the link of an invitation open nothing any more. */
export async function withdrawInvitation(context: Context, actor: Actor, id: string) {
	await context.db.transaction(async (tx) => {
		const invitation = await lockInvitation(tx, id);
		if (!invitation || !mayManage(actor, invitation.werkplaatsId)) throw new NotFound();
		if (invitation.acceptedAt) throw new Conflict('invitation_used');
		await markWithdrawn(tx, id, context.now());
		await recordEvent(tx, {
			name: 'invitation.withdrawn',
			actorId: actor.id,
			werkplaatsId: invitation.werkplaatsId
		});
	});
}

export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired';

/** What the holder of a link is invited to. Whoever has half a link has none. */
export async function readInvitation(context: Context, value: string) {
	const halves = splitSecret(value);
	const found = halves && (await findInvitation(context.db, halves.id));
	if (!halves || !found || !isSecret(halves.secret, found.invitation.secretHash)) {
		throw new NotFound();
	}
	const { invitation, ...names } = found;
	const account = await findPersonByEmail(context.db, invitation.email);
	const voice = await findInvitedVoice(context.db, invitation.id);
	return {
		/** Of an invitation to tell along in one case: where. */
		voice: voice ?? null,
		id: invitation.id,
		email: invitation.email,
		function: invitation.function,
		until: invitation.until,
		hasAccount: account !== undefined,
		state: invitationState(invitation, context.now()),
		...names
	};
}

export function invitationState(
	invitation: { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date },
	now: Date
): InvitationState {
	if (invitation.acceptedAt) return 'used';
	if (invitation.withdrawnAt) return 'withdrawn';
	return invitation.expiresAt <= now ? 'expired' : 'open';
}

async function placeOf({ db }: Context, werkplaats: string | null) {
	if (werkplaats === null) return null;
	const place = await resolveWerkplaats(db, werkplaats);
	if (!place) throw new NotFound();
	return place;
}
