import type { Queryable } from '#db/connection.ts';
import { membershipFacts } from '#db/queries/memberships.ts';
import {
	listStudyClosings,
	putStudyClosing,
	type StudyClosingRow
} from '#db/queries/study-closings.ts';
import type { DocumentAction } from '#domain/actions.ts';
import { maySay, maySayAnew, NOTHING_SAID, type Said } from '#domain/closing.ts';
import { Conflict, NotAllowed } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { partyIn, type Party } from '#domain/parties.ts';
import { can } from '#domain/policy.ts';
import { checkSaid } from './closings.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { changeAround } from './change-around.ts';

/** Says what a party does differently after a study: for who is of that party, and comments on the study. */
export async function sayChange(
	context: Context,
	actor: Actor,
	id: string,
	{ party, change }: { party: Party; change: string }
): Promise<void> {
	await say(context, actor, id, { party, field: 'change', words: change });
}

/** Says why a party does nothing yet: whoever manages the study, never what the party would say. */
export async function explainSilence(
	context: Context,
	actor: Actor,
	id: string,
	{ party, reason }: { party: Party; reason: string }
): Promise<void> {
	await say(context, actor, id, { party, field: 'reason', words: reason });
}

/**
 * The party for which somebody may say it beside this study now; null when there is none, or when words stand
 * there of somebody else of it.
 */
export async function speaksFor(
	db: Queryable,
	actor: Actor,
	document: DocumentFacts,
	closings: readonly StudyClosingRow[],
	now: Date
): Promise<Party | null> {
	const party = partyOf(actor, document);
	const closing = closings.find((said) => said.party === party);
	if (!closing) return party;
	return (await isFree(db, actor, document, closing, now)) ? party : null;
}

function partyOf(actor: Actor, document: DocumentFacts): Party | null {
	const may = can(actor, 'say_change', { type: 'document', document });
	return may ? partyIn(actor, document.werkplaats) : null;
}

/** Whether nobody else's words stand where the actor says what their party does. */
async function isFree(
	db: Queryable,
	actor: Actor,
	{ werkplaats }: DocumentFacts,
	{ party, change, changeSaid }: StudyClosingRow,
	now: Date
): Promise<boolean> {
	const author = changeSaid?.by.id;
	const memberships = author ? await membershipFacts(db, author, now) : [];
	return maySayAnew(change, {
		isAuthor: author === actor.id,
		authorIsOfParty: partyIn({ memberships }, werkplaats) === party
	});
}

const ACTION: Record<keyof Said, DocumentAction> = {
	change: 'say_change',
	reason: 'explain_silence'
};

async function say(
	context: Context,
	actor: Actor,
	id: string,
	{ party, field, words }: { party: Party; field: keyof Said; words: string }
): Promise<void> {
	await changeAround(context, actor, id, 'view', async (tx, document) => {
		const who = {
			isOwn: partyOf(actor, document) === party,
			arranges: can(actor, 'explain_silence', { type: 'document', document })
		};
		if (!maySay(field, who)) throw new NotAllowed(ACTION[field]);
		const now = context.now();
		const closings = await listStudyClosings(tx, id);
		const closing = closings.find((said) => said.party === party);
		const { change, reason } = closing ?? NOTHING_SAID;
		const said = checkSaid({ change, reason, [field]: words });
		if (said.change === change && said.reason === reason) return;
		if (field === 'change' && closing && !(await isFree(tx, actor, document, closing, now))) {
			throw new Conflict('change_of_another');
		}
		// Beside what a party says itself nobody else says why it would be silent; what they said before, they take away.
		if (field === 'reason' && !who.isOwn && change !== '' && said.reason !== '') {
			throw new Conflict('party_heard');
		}
		const by = { personId: actor.id, at: now };
		await putStudyClosing(tx, { documentId: id, party }, { field, words: said[field] }, by);
		await recordEvent(tx, {
			name: 'study.closing_said',
			actorId: actor.id,
			werkplaatsId: document.werkplaats,
			documentId: id,
			details: { party, field }
		});
	});
}
