import { and, count, desc, eq, gt, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { event } from '#db/schema/around.ts';
import { grant } from '#db/schema/access.ts';
import { question } from '#db/schema/agenda.ts';
import { document, documentTheme, part, partClient } from '#db/schema/documents.ts';
import { person } from '#db/schema/people.ts';
import { relation } from '#db/schema/relations.ts';
import { runGroup, runMember } from '#db/schema/runs.ts';
import { review, submission } from '#db/schema/submissions.ts';
import { suggestionLayer } from '#db/schema/suggestions.ts';
import { comment, thread } from '#db/schema/threads.ts';
import { watch } from '#db/schema/told.ts';
import type { EventRow } from './events.ts';

/** A part in which a group writes is followed by who wrote in that part: the others of the document by everybody. */
type Place = { documentId: string; partId: string | null };

/**
 * Who follows a document: who watches it, a theme of it or its werkplaats, who was given it or a part of it by name,
 * began it, wrote in it, suggested or said something. Nothing of that is stored but the watching.
 */
export async function listFollowers(db: Queryable, place: Place, now: Date): Promise<string[]> {
	const { documentId } = place;
	const hands = handsIn(sql`${documentId}::uuid`, place.partId, now);
	const watching = sql`select ${watch.personId} as person from ${watch} where not ${watch.muted} and (
		${watch.documentId} = ${documentId}::uuid
		or ${watch.themeId} in (select ${documentTheme.themeId} from ${documentTheme} where ${documentTheme.documentId} = ${documentId}::uuid)
		or ${watch.werkplaatsId} = (select ${document.werkplaatsId} from ${document} where ${document.id} = ${documentId}::uuid))`;
	const { rows } = await db.execute<{ person: string }>(sql`${watching} union ${hands}`);
	return rows.map((row) => row.person);
}

/** Who has a hand in a document: theirs, given to them by name, or with words of theirs in it or beside it. */
export function handsIn(of: SQL, partId: string | null, now: Date): SQL {
	const inPart = sql`${part.documentId} = ${of} and (${part.kind} <> 'work' or ${part.id} = ${partId}::uuid)`;
	return sql`select ${document.createdBy} as person from ${document} where ${document.id} = ${of}
		union select ${grant.personId} from ${grant} where ${grant.documentId} = ${of} and ${grant.personId} is not null
			and (${grant.expiresAt} is null or ${grant.expiresAt} > ${now.toISOString()}::timestamptz)
		union select ${partClient.personId} from ${partClient} join ${part} on ${part.id} = ${partClient.partId} where ${inPart}
		union select ${suggestionLayer.personId} from ${suggestionLayer} join ${part} on ${part.id} = ${suggestionLayer.partId} where ${inPart}
		union select ${comment.authorId} from ${comment} join ${thread} on ${thread.id} = ${comment.threadId}
			join ${part} on ${part.id} = ${thread.partId} where ${comment.deletedAt} is null and ${inPart}`;
}

/** Who began a document or wrote in it. */
export async function listWriters(db: Queryable, documentId: string): Promise<string[]> {
	const { rows } = await db.execute<{ person: string }>(sql`
		select ${document.createdBy} as person from ${document} where ${document.id} = ${documentId}::uuid
		union select ${partClient.personId} from ${partClient} join ${part} on ${part.id} = ${partClient.partId}
			where ${part.documentId} = ${documentId}::uuid and ${part.kind} <> 'work'`);
	return rows.map((row) => row.person);
}

/** Who muted it. */
export async function listMuting(db: Queryable, documentId: string): Promise<string[]> {
	const rows = await db
		.select({ person: watch.personId })
		.from(watch)
		.where(and(eq(watch.documentId, documentId), eq(watch.muted, true)));
	return rows.map((row) => row.person);
}

/** Who said something in a thread, or whose action it is; undefined when there is no such thread. */
export async function listInThread(db: Queryable, threadId: string): Promise<string[] | undefined> {
	const [row] = await db.select().from(thread).where(eq(thread.id, threadId));
	if (!row) return undefined;
	const said = await db
		.selectDistinct({ person: comment.authorId })
		.from(comment)
		.where(and(eq(comment.threadId, threadId), isNull(comment.deletedAt)));
	const people = [row.startedBy, row.assigneeId, ...said.map(({ person: author }) => author)];
	return [...new Set(people.flatMap((id) => id ?? []))];
}

/** Who asked a question, when they did so themselves. */
export async function findAsker(db: Queryable, documentId: string): Promise<string | undefined> {
	const [row] = await db
		.select({ person: document.createdBy })
		.from(question)
		.innerJoin(document, eq(document.id, question.documentId))
		.where(and(eq(question.documentId, documentId), isNull(question.linkId)));
	return row?.person;
}

/** The questions that a document answers. */
export async function listAnswered(db: Queryable, documentId: string): Promise<string[]> {
	const rows = await db
		.select({ id: relation.toId })
		.from(relation)
		.innerJoin(question, eq(question.documentId, relation.toId))
		.where(and(eq(relation.fromId, documentId), eq(relation.type, 'answers')));
	return rows.map((row) => row.id);
}

export async function listInGroup(db: Queryable, groupId: string): Promise<string[]> {
	const rows = await db
		.select({ person: runMember.personId })
		.from(runMember)
		.where(eq(runMember.groupId, groupId));
	return rows.map((row) => row.person);
}

/** Everybody in a group that has yet to give feedback in this run. */
export async function listAskedToLook(db: Queryable, runId: string): Promise<string[]> {
	const rows = await db
		.selectDistinct({ person: runMember.personId })
		.from(review)
		.innerJoin(submission, eq(submission.id, review.submissionId))
		.innerJoin(runGroup, eq(runGroup.id, submission.groupId))
		.innerJoin(runMember, eq(runMember.groupId, review.groupId))
		.where(and(eq(runGroup.runId, runId), isNull(review.givenAt)));
	return rows.map((row) => row.person);
}

/**
 * Whose work the feedback was about that somebody gave in a run: the one before the latest when they gave one more
 * since, and so on. The event itself does not say it, for it outlives the run.
 */
export async function findGroupGivenTo(
	db: Queryable,
	{ id, actorId, documentId }: Pick<EventRow, 'id' | 'actorId' | 'documentId'>,
	runId: string
): Promise<string | undefined> {
	if (!actorId || !documentId) return undefined;
	const [since] = await db
		.select({ count: count() })
		.from(event)
		.where(
			and(
				eq(event.documentId, documentId),
				gt(event.id, id),
				eq(event.name, 'run.feedback_given'),
				eq(event.actorId, actorId),
				sql`${event.details} ->> 'run' = ${runId}`
			)
		);
	const [row] = await db
		.select({ group: runGroup.id })
		.from(review)
		.innerJoin(submission, eq(submission.id, review.submissionId))
		.innerJoin(runGroup, eq(runGroup.id, submission.groupId))
		.where(and(eq(runGroup.runId, runId), eq(review.personId, actorId), isNotNull(review.givenAt)))
		.orderBy(desc(review.givenAt))
		.offset(since?.count ?? 0)
		.limit(1);
	return row?.group;
}

/** Who takes part in these runs, by run. */
export async function listMembersOfRuns(
	db: Queryable,
	runIds: readonly string[]
): Promise<Map<string, string[]>> {
	if (runIds.length === 0) return new Map();
	const rows = await db
		.select({ run: runMember.runId, person: runMember.personId })
		.from(runMember)
		.where(inArray(runMember.runId, [...runIds]));
	const members = Map.groupBy(rows, (row) => row.run);
	return new Map(runIds.map((id) => [id, (members.get(id) ?? []).map((row) => row.person)]));
}

/** Of these people, who can sign in: nobody else has an inbox. */
export async function findTellable(db: Queryable, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return db
		.select({ id: person.id, name: person.name, administrator: person.administrator })
		.from(person)
		.where(
			and(inArray(person.id, [...ids]), isNull(person.disabledAt), sql`${person.email} is not null`)
		);
}
