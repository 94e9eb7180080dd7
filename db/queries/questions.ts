import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable, Transaction } from '#db/connection.ts';
import { question } from '#db/schema/agenda.ts';
import { document } from '#db/schema/documents.ts';
import { werkplaats } from '#db/schema/network.ts';
import { relation } from '#db/schema/relations.ts';
import type { State } from '#domain/states.ts';

export type QuestionRow = Omit<typeof question.$inferSelect, 'documentId'> & {
	id: string;
	askedAt: Date;
	/** The states of the work that answers it. */
	answers: State[];
};

export async function insertQuestion(
	db: Queryable,
	row: typeof question.$inferInsert
): Promise<void> {
	await db.insert(question).values(row);
}

const work = alias(document, 'work');
const answers = sql<State[]>`coalesce((select json_agg(${work.state}) from ${relation}
	join ${document} "work" on ${work.id} = ${relation.fromId}
	where ${relation.toId} = ${question.documentId} and ${relation.type} = 'answers'
		and ${work.deletedAt} is null), '[]')`;

/** Every question of a werkplaats that is not in the bin, oldest first, whoever asks. */
export function listQuestions(db: Queryable, werkplaatsId: string): Promise<QuestionRow[]> {
	return listQuestionsIn(db, [werkplaatsId]);
}

/** The same of several: a question stands where it stands on the whole agenda that it is on. */
export async function listQuestionsIn(
	db: Queryable,
	werkplaatsIds: readonly string[]
): Promise<QuestionRow[]> {
	if (werkplaatsIds.length === 0) return [];
	return db
		.select({
			id: question.documentId,
			decision: question.decision,
			type: question.type,
			askerName: question.askerName,
			party: question.party,
			linkId: question.linkId,
			editorsFirst: question.editorsFirst,
			cluster: question.cluster,
			mergedInto: question.mergedInto,
			reason: question.reason,
			askedAt: document.createdAt,
			answers
		})
		.from(question)
		.innerJoin(document, eq(document.id, question.documentId))
		.where(and(inArray(document.werkplaatsId, [...werkplaatsIds]), isNull(document.deletedAt)))
		.orderBy(asc(document.createdAt), asc(document.id));
}

export type QuestionChange = Pick<
	QuestionRow,
	'decision' | 'type' | 'cluster' | 'mergedInto' | 'reason'
> &
	Partial<Pick<QuestionRow, 'editorsFirst'>>;

export async function updateQuestion(
	db: Queryable,
	id: string,
	change: QuestionChange
): Promise<void> {
	await db.update(question).set(change).where(eq(question.documentId, id));
}

/** Keeps the agenda of a werkplaats from everybody else who changes it, until the transaction ends. */
export async function lockAgenda(tx: Transaction, werkplaatsId: string): Promise<void> {
	// Not `for update`: that would also keep documents from being begun there.
	await tx.execute(
		sql`select 1 from ${werkplaats} where ${werkplaats.id} = ${werkplaatsId}::uuid for no key update`
	);
}
