import { listStudyClosings, putStudyClosing } from '#db/queries/study-closings.ts';
import type { DocumentAction } from '#domain/actions.ts';
import { maySay, NOTHING_SAID, type Said } from '#domain/closing.ts';
import { NotAllowed } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { partyIn, type Party } from '#domain/parties.ts';
import { can } from '#domain/policy.ts';
import { checkSaid } from './closings.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { changeStudy } from './study-change.ts';

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

/** The party for which somebody may say it beside this study; null when there is none. */
export function speaksFor(actor: Actor, document: DocumentFacts): Party | null {
	const may = can(actor, 'say_change', { type: 'document', document });
	return may ? partyIn(actor, document.werkplaats) : null;
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
	await changeStudy(context, actor, id, 'view', async (tx, document) => {
		const who = {
			isOwn: speaksFor(actor, document) === party,
			arranges: can(actor, 'explain_silence', { type: 'document', document })
		};
		if (!maySay(field, who)) throw new NotAllowed(ACTION[field]);
		const closings = await listStudyClosings(tx, id);
		const { change, reason } = closings.find((said) => said.party === party) ?? NOTHING_SAID;
		const said = checkSaid({ change, reason, [field]: words });
		if (said.change === change && said.reason === reason) return;
		const by = { saidBy: actor.id, saidAt: context.now() };
		await putStudyClosing(tx, id, { party, ...said }, by);
		await recordEvent(tx, {
			name: 'study.closing_said',
			actorId: actor.id,
			werkplaatsId: document.werkplaats,
			documentId: id,
			details: { party, field }
		});
	});
}
