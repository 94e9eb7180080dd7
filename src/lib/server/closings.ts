import type { Transaction } from '#db/connection.ts';
import { listClosings, putClosing } from '#db/queries/cases.ts';
import { listVoices } from '#db/queries/voices.ts';
import { holdsVoice } from '#domain/access.ts';
import {
	CLOSING_MAX,
	maySay,
	NOTHING_SAID,
	silentParties,
	type Closing,
	type Said
} from '#domain/closing.ts';
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
	const { change, reason } = checkSaid(said);
	await changeCase(context, actor, documentId, 'view', async (tx, { document, parts, now }) => {
		const party = parts.filter((part) => part.perspective === perspective);
		const closings = await listClosings(tx, documentId);
		const before = closings.find((closing) => closing.perspective === perspective) ?? NOTHING_SAID;
		if (party.length === 0) throw new NotFound();
		const who = {
			isOwn: party.some((part) => holdsVoice(actor, part)),
			arranges: can(actor, 'arrange_voices', { type: 'document', document })
		};
		if (change !== before.change && !maySay('change', who)) throw new NotAllowed('write');
		if (reason !== before.reason && !maySay('reason', who)) throw new NotAllowed('arrange_voices');
		await putClosing(
			tx,
			documentId,
			{ perspective, change, reason },
			{ personId: actor.id, at: now }
		);
		return { name: 'case.closing_said', details: { perspective } };
	});
}

/** What somebody says for a party, as it is kept. */
export function checkSaid(given: Said): Said {
	const [change, reason] = [given.change.trim(), given.reason.trim()];
	if (change.length > CLOSING_MAX) throw new Invalid({ change: 'too_long' });
	if (reason.length > CLOSING_MAX) throw new Invalid({ reason: 'too_long' });
	return { change, reason };
}

/** Throws while there is a party in the case of which nobody knows what changes for it. */
export async function assertAllHeard(tx: Transaction, documentId: string, now: Date) {
	const voices = await listVoices(tx, documentId, now);
	const silent = silentParties(voices, await listClosings(tx, documentId));
	if (silent.length > 0) throw new Conflict('party_silent');
}
