import type { Queryable } from '#db/connection.ts';
import { updateDocument } from '#db/queries/documents.ts';
import { findDocumentFacts, findOneDocumentFacts } from '#db/queries/facts.ts';
import {
	insertQuestion,
	listQuestions,
	lockAgenda,
	updateQuestion,
	type QuestionChange
} from '#db/queries/questions.ts';
import { opensWhenClear } from '#domain/asking.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { oneLine } from '#domain/line.ts';
import { partyIn, type Party } from '#domain/parties.ts';
import { authorize, can } from '#domain/policy.ts';
import { agendaOf, mergeFault, type Decision, type QuestionType } from '#domain/questions.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

/** Longer ones fit on no screen, and a reason is a sentence or two. */
const CLUSTER_MAX = 60;
const REASON_MAX = 500;

/** Who asks, when that is not who begins the document: somebody without an account, through a link. */
export type AskedBy = { name: string | null; party: Party; link: string };

/** Puts a document that was just begun on the agenda, with who asked as they are now. */
export async function putOnAgenda(
	tx: Queryable,
	actor: Actor,
	document: { id: string; werkplaats: string; editorsFirst?: boolean },
	asked?: AskedBy
): Promise<void> {
	const own = { name: actor.name, party: partyIn(actor, document.werkplaats), link: null };
	const { name, party, link } = asked ?? own;
	const { id: documentId, editorsFirst = false } = document;
	await insertQuestion(tx, { documentId, askerName: name, party, linkId: link, editorsFirst });
}

export type Curation = {
	decision: Decision;
	type: QuestionType | null;
	cluster: string;
	/** For a double: the question that it goes into. */
	mergedInto: string | null;
	/** For what is dropped: why, for who asked it. */
	reason: string;
};

/**
 * Decides what becomes of a question. One that came through a link, or from a case that is not released, is for the
 * werkplaats from the moment that it is clear; before that only editors read it, because nobody looked yet at what
 * stands in it.
 */
export async function curateQuestion(
	context: Context,
	actor: Actor,
	id: string,
	input: Curation
): Promise<void> {
	const now = context.now();
	const opens = await context.db.transaction(async (tx) => {
		const facts = await questionFacts(tx, actor, id, now);
		authorize(actor, 'curate', { type: 'document', document: facts });
		await lockAgenda(tx, facts.werkplaats);
		const rows = await listQuestions(tx, facts.werkplaats);
		const row = rows.find((each) => each.id === id);
		if (!row) throw new NotFound();
		const change = checked(input);
		if (change.mergedInto !== null) await assertMayGoInto(tx, actor, change.mergedInto, now);
		const fault =
			change.decision === 'merged' ? mergeFault(id, change.mergedInto, agendaOf(rows)) : null;
		if (fault) throw new Invalid({ mergedInto: fault });
		const opened = change.decision === 'clarified' && opensWhenClear(row, facts.sensitivity);
		// Once: who restricts it after that means something else.
		await updateQuestion(tx, id, opened ? { ...change, editorsFirst: false } : change);
		if (opened) {
			const by = { personId: actor.id, at: now };
			await updateDocument(tx, id, { sensitivity: 'werkplaats' }, by);
		}
		await recordEvent(tx, {
			name: 'question.curated',
			actorId: actor.id,
			werkplaatsId: facts.werkplaats,
			documentId: id,
			details: { decision: change.decision, into: change.mergedInto, opened }
		});
		return opened;
	});
	context.bus.ring({ kind: 'document', document: id });
	if (opens) context.bus.ring({ kind: 'access', documents: [id] });
}

/** The question as the policy sees it, if there is one that the actor may view. */
export async function questionFacts(
	tx: Queryable,
	actor: Actor,
	id: string,
	now: Date
): Promise<DocumentFacts> {
	const facts = await findOneDocumentFacts(tx, id, now);
	if (!facts || facts.kind !== 'question' || facts.deleted) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: facts });
	return facts;
}

/** What does not go with the decision is forgotten: it would be shown again when nobody means it any more. */
function checked({ decision, type, cluster, mergedInto, reason }: Curation): QuestionChange {
	const group = oneLine(cluster);
	const why = reason.trim();
	if (group.length > CLUSTER_MAX) throw new Invalid({ cluster: 'too_long' });
	if (why.length > REASON_MAX) throw new Invalid({ reason: 'too_long' });
	if (decision === 'dropped' && why === '') throw new Invalid({ reason: 'required' });
	if (decision === 'merged' && mergedInto === null) throw new Invalid({ mergedInto: 'required' });
	return {
		decision,
		type,
		cluster: group || null,
		mergedInto: decision === 'merged' ? mergedInto : null,
		reason: decision === 'dropped' ? why : null
	};
}

/** What others asked to go first goes along into it: that is for who decides on both. */
async function assertMayGoInto(tx: Queryable, actor: Actor, id: string, now: Date): Promise<void> {
	const target = (await findDocumentFacts(tx, [id], now)).get(id);
	if (target && can(actor, 'curate', { type: 'document', document: target })) return;
	throw new Invalid({ mergedInto: 'unknown' });
}
