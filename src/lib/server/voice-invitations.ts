import type { Transaction } from '#db/connection.ts';
import { findDocument, lockDocument } from '#db/queries/documents.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { putGrant } from '#db/queries/grants.ts';
import type { InvitationRow } from '#db/queries/invitations.ts';
import { findInvitedVoice, insertVoiceInvitation, listVoices } from '#db/queries/voices.ts';
import { Conflict, Invalid, NotAllowed } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { mayChooseHolders } from '#domain/voices.ts';
import { openCase } from './case-change.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { mailInvitation, makeInvitation } from './new-invitation.ts';
import { countWords } from './texts.ts';
import { giveVoiceIn, lockedVoice } from './voices.ts';

/** Invites somebody, for a time, to tell along in one case: they hold this voice and see no other document. */
export async function inviteToVoice(
	context: Context,
	actor: Actor,
	documentId: string,
	partId: string,
	{ email, until }: { email: string; until: Date | null }
): Promise<{ email: string; link: string | null }> {
	if (!until) throw new Invalid({ until: 'guest_needs_end' });
	if (until <= context.now()) throw new Invalid({ until: 'end_in_past' });
	const made = await context.db.transaction(async (tx) => {
		const opened = await openCase(tx, context, actor, documentId, 'arrange_voices');
		const { facts, row } = await lockedVoice(tx, opened, partId);
		if (!mayChooseHolders(actor, facts, row.words)) throw new NotAllowed('arrange_voices');
		// Raw material is for who may hold it, and no guest may.
		if (opened.document.sensitivity === 'vault') throw new Conflict('vault_no_guests');
		const werkplaatsId = opened.document.werkplaats;
		const terms = { werkplaatsId, function: 'guest', organisationId: null } as const;
		const invitation = await makeInvitation(tx, context, actor, { ...terms, until, email });
		await insertVoiceInvitation(tx, invitation.id, partId);
		const document = await findDocument(tx, documentId);
		return { invitation, werkplaats: document?.werkplaats.name ?? null };
	});
	return mailInvitation(context, actor, made.invitation, { email, werkplaats: made.werkplaats });
}

/**
 * Gives who accepted the voice that they were invited to, and the case around it to read. Not when somebody
 * else wrote in it meanwhile: then it is theirs.
 */
export async function takeInvitedVoice(
	tx: Transaction,
	{ id, until, invitedBy }: Pick<InvitationRow, 'id' | 'until' | 'invitedBy'>,
	personId: string,
	now: Date
): Promise<void> {
	const voice = await findInvitedVoice(tx, id);
	if (!voice) return;
	const { documentId, partId } = voice;
	await lockDocument(tx, documentId);
	const words = await countWords(tx, partId);
	const row = (await listVoices(tx, documentId, now)).find((one) => one.id === partId);
	const facts = await findOneDocumentFacts(tx, documentId, now);
	if (!row || !facts || words > 0 || facts.deleted) throw new Conflict('invitation_withdrawn');
	const held = { documentId, partId, personId, givenBy: invitedBy, expiresAt: until };
	await giveVoiceIn(tx, held);
	const principal = { personId, werkplaatsId: null, function: null };
	const isGiven = facts.grants.some(
		(grant) => grant.principal.type === 'person' && grant.principal.person === personId
	);
	if (!isGiven) {
		const given = { documentId, expiresAt: until, grantedBy: invitedBy };
		await putGrant(tx, { ...given, ...principal, level: 'comment' });
	}
	await recordEvent(tx, {
		name: 'voice.given',
		actorId: personId,
		werkplaatsId: facts.werkplaats,
		documentId,
		details: { perspective: row.perspective }
	});
}
