import type { Transaction } from '#db/connection.ts';
import { findDocumentRows, lockDocument, type DocumentRow } from '#db/queries/documents.ts';
import { findDocumentFacts, findOneDocumentFacts } from '#db/queries/facts.ts';
import {
	deleteRelation,
	findRelation,
	insertRelation,
	relationsOf
} from '#db/queries/relations.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { authorize, can } from '#domain/policy.ts';
import { relationFault, type RelationType } from '#domain/relations.ts';
import { isTakenFrom } from '#db/queries/variants.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

const WHY_MAX = 500;

export type NewRelation = {
	/** The id of the other document. */
	to: string;
	type: RelationType;
	why?: string;
};

/** Says how a document hangs together with another: for who edits the first and may view the second. */
export async function relate(
	context: Context,
	actor: Actor,
	id: string,
	relation: NewRelation
): Promise<void> {
	await context.db.transaction((tx) => relateIn(tx, context, actor, id, relation));
	ring(context, id, relation.to);
}

async function relateIn(
	tx: Transaction,
	context: Context,
	actor: Actor,
	id: string,
	{ to, type, why = '' }: NewRelation
): Promise<void> {
	const reason = why.trim();
	if (reason.length > WHY_MAX) throw new Invalid({ why: 'too_long' });
	// Or it could go into the bin meanwhile.
	await lockDocument(tx, id);
	const facts = await findDocumentFacts(tx, [id, to], context.now());
	const [from, other] = [facts.get(id), facts.get(to)];
	if (!from) throw new NotFound();
	authorize(actor, 'relate', { type: 'document', document: from });
	// What one may not view, and what lies in the bin, is not there.
	if (!other || !isInSight(actor, other)) throw new Invalid({ to: 'unknown' });
	const fault = relationFault(from, other, type);
	if (fault) throw new Invalid({ to: fault });
	const row = { fromId: id, toId: to, type, why: reason, relatedBy: actor.id };
	if (!(await insertRelation(tx, row))) throw new Conflict('related_already');
	await recordEvent(tx, {
		name: 'document.related',
		actorId: actor.id,
		werkplaatsId: from.werkplaats,
		documentId: id,
		details: { to, type }
	});
}

/**
 * Says of a question that was just begun in which document it came up. Who writes that document says that it leads
 * to the question; who only reads it, that their question comes from it.
 */
export async function relateToOrigin(
	tx: Transaction,
	context: Context,
	actor: Actor,
	question: string,
	origin: string
): Promise<void> {
	const document = await findOneDocumentFacts(tx, origin, context.now());
	const writes = document && can(actor, 'relate', { type: 'document', document });
	if (writes) await relateIn(tx, context, actor, origin, { to: question, type: 'leads_to' });
	else await relateIn(tx, context, actor, question, { to: origin, type: 'comes_from' });
}

/** Takes a relation away: for who edits the document that says it, and for who decides on that question. */
export async function unrelate(
	context: Context,
	actor: Actor,
	id: string,
	relationId: string
): Promise<void> {
	const ends = await context.db.transaction(async (tx) => {
		const own = await findOneDocumentFacts(tx, id, context.now());
		if (!own) throw new NotFound();
		authorize(actor, 'view', { type: 'document', document: own });
		const relation = await findRelation(tx, relationId);
		if (!relation || ![relation.fromId, relation.toId].includes(id)) throw new NotFound();
		const facts = await findDocumentFacts(tx, [relation.fromId, relation.toId], context.now());
		const [from, to] = [facts.get(relation.fromId), facts.get(relation.toId)];
		if (!from || !to || !isInSight(actor, from) || !isInSight(actor, to)) throw new NotFound();
		if (!mayUnrelate(actor, from, to)) {
			authorize(actor, 'relate', { type: 'document', document: from });
		}
		// What was taken over stays so, whatever it becomes.
		const isLineage = relation.type === 'variant_of' && (await isTakenFrom(tx, from.id, to.id));
		if (isLineage) throw new Conflict('variant_lineage');
		await deleteRelation(tx, relationId);
		await recordEvent(tx, {
			name: 'document.unrelated',
			actorId: actor.id,
			werkplaatsId: from.werkplaats,
			documentId: from.id,
			details: { to: to.id, type: relation.type }
		});
		return [from.id, to.id] as const;
	});
	ring(context, ...ends);
}

/** A document at the other end, as the asker may see it. */
export type Neighbour = Pick<DocumentRow, 'id' | 'kind' | 'title' | 'state' | 'werkplaats'>;

/** What a document hangs together with, both ways, of what the asker may view. */
export async function listRelations(context: Context, actor: Actor, id: string) {
	const own = await findOneDocumentFacts(context.db, id, context.now());
	if (!own) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: own });
	const relations = await relationsOf(context.db, [id]);
	const { facts, neighbours } = await inSight(
		context,
		actor,
		relations.map(({ from, to }) => (from === id ? to : from))
	);
	return relations.flatMap(({ from, to, ...relation }) => {
		const isFrom = from === id;
		const document = neighbours.get(isFrom ? to : from);
		const other = document && facts.get(document.id);
		if (!document || !other) return [];
		const [first, second] = isFrom ? [own, other] : [other, own];
		return [
			{
				...relation,
				direction: isFrom ? ('to' as const) : ('from' as const),
				document,
				mayRemove: mayUnrelate(actor, first, second)
			}
		];
	});
}

/** A document around a question: what answers it, or where it came up. */
export type Work = Pick<Neighbour, 'id' | 'kind' | 'title' | 'state'>;

type Around = { question: string; of: 'answers' | 'origins'; work: string };

/** Per question what answers it, and where it came up, of what the asker may view. */
export async function listWork(context: Context, actor: Actor, questions: readonly string[]) {
	const relations = await relationsOf(context.db, questions);
	const around = relations.flatMap(({ from, to, type }): Around[] => {
		if (type === 'answers') return [{ question: to, of: 'answers', work: from }];
		if (type === 'leads_to') return [{ question: to, of: 'origins', work: from }];
		return type === 'comes_from' ? [{ question: from, of: 'origins', work: to }] : [];
	});
	const asked = new Set(questions);
	const own = around.filter(({ question }) => asked.has(question));
	const works = own.map(({ work }) => work);
	const { neighbours } = await inSight(context, actor, works);
	const found = { answers: new Map<string, Work[]>(), origins: new Map<string, Work[]>() };
	for (const { question, of, work } of own) {
		const document = neighbours.get(work);
		const before = found[of].get(question) ?? [];
		if (document) found[of].set(question, [...before, document]);
	}
	return found;
}

async function inSight(context: Context, actor: Actor, ids: readonly string[]) {
	const wanted = [...new Set(ids)];
	const all = await findDocumentFacts(context.db, wanted, context.now());
	const facts = new Map([...all].filter(([, document]) => isInSight(actor, document)));
	const rows = await findDocumentRows(context.db, [...facts.keys()]);
	const neighbours = rows.map(({ id, kind, title, state, werkplaats }): [string, Neighbour] => [
		id,
		{ id, kind, title, state, werkplaats }
	]);
	return { facts, neighbours: new Map(neighbours) };
}

function isInSight(actor: Actor, document: DocumentFacts): boolean {
	return !document.deleted && can(actor, 'view', { type: 'document', document });
}

function mayUnrelate(actor: Actor, from: DocumentFacts, to: DocumentFacts): boolean {
	return (
		can(actor, 'relate', { type: 'document', document: from }) ||
		can(actor, 'curate', { type: 'document', document: to })
	);
}

function ring(context: Context, ...ends: string[]): void {
	for (const document of ends) context.bus.ring({ kind: 'document', document });
}
