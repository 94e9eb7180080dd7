import type { Transaction } from '#db/connection.ts';
import { listClosings, putClosing } from '#db/queries/cases.ts';
import { listVoices } from '#db/queries/voices.ts';
import { holdsVoice } from '#domain/access.ts';
import { CLOSING_MAX, silentParties, type Closing } from '#domain/closing.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import { changeCase } from './case-change.ts';
import type { Context } from './context.ts';

/** Says what changes for a party: itself what changes, or whoever arranges the case why it says nothing. */
export async function sayClosing(
	context: Context,
	actor: Actor,
	documentId: string,
	{ perspective, ...said }: Closing
): Promise<void> {
	const [change, reason] = [said.change.trim(), said.reason.trim()];
	if (change.length > CLOSING_MAX) throw new Invalid({ change: 'too_long' });
	if (reason.length > CLOSING_MAX) throw new Invalid({ reason: 'too_long' });
	await changeCase(context, actor, documentId, 'view', async (tx, { document, parts, now }) => {
		const party = parts.filter((part) => part.perspective === perspective);
		const before = (await listClosings(tx, documentId)).find(
			(closing) => closing.perspective === perspective
		);
		const isOwn = party.some((part) => holdsVoice(actor, part));
		const arranges = can(actor, 'arrange_voices', { type: 'document', document });
		if (party.length === 0) throw new NotFound();
		// Nobody is spoken for: what changes for a party is said by who holds its voice.
		if (change !== (before?.change ?? '') && !isOwn) throw new NotAllowed('write');
		if (reason !== (before?.reason ?? '') && !isOwn && !arranges)
			throw new NotAllowed('arrange_voices');
		await putClosing(
			tx,
			documentId,
			{ perspective, change, reason },
			{ personId: actor.id, at: now }
		);
		return { name: 'case.closing_said', details: { perspective } };
	});
}

/** Throws while there is a party in the case of which nobody knows what changes for it. */
export async function assertAllHeard(tx: Transaction, documentId: string, now: Date) {
	const voices = await listVoices(tx, documentId, now);
	const silent = silentParties(voices, await listClosings(tx, documentId));
	if (silent.length > 0) throw new Conflict('party_silent');
}
