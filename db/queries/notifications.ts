import {
	and,
	desc,
	eq,
	getTableColumns,
	gte,
	inArray,
	isNotNull,
	isNull,
	lt,
	or,
	sql,
	type SQL
} from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { event } from '#db/schema/around.ts';
import { comment } from '#db/schema/threads.ts';
import { notification } from '#db/schema/told.ts';
import type { CommentBody } from '#domain/threads.ts';
import type { Box } from '#domain/told.ts';
import type { EventRow } from './events.ts';

export type NewNotification = Omit<typeof notification.$inferInsert, 'id'>;

/** Each event is told to each person once, however often it is tried. Answers whom it was told now. */
export async function insertNotifications(
	db: Queryable,
	rows: readonly NewNotification[]
): Promise<string[]> {
	if (rows.length === 0) return [];
	const made = await db
		.insert(notification)
		.values([...rows])
		.onConflictDoNothing({ target: [notification.personId, notification.eventId] })
		.returning({ person: notification.personId });
	return made.map((row) => row.person);
}

export type NotificationRow = typeof notification.$inferSelect;

/** A notification with what is looked up when it is read. */
export type ToldRow = NotificationRow & {
	details: EventRow['details'];
	/** What was said; null for what is about nothing said, or was taken away since. */
	body: CommentBody | null;
};

type Which = {
	box?: Box;
	/** Only what was not read. */
	unread?: boolean;
	/** Only what stood in no letter. */
	unmailed?: boolean;
	/** Not older than this. */
	since?: Date;
	/** Older than this: the next page. */
	before?: Date;
	limit: number;
};

/** What somebody was told, the latest first, whatever they may read now: the caller asks the policy. */
export function listNotifications(
	db: Queryable,
	personId: string,
	{ box, unread, unmailed, since, before, limit }: Which
): Promise<ToldRow[]> {
	return db
		.select({
			...getTableColumns(notification),
			details: event.details,
			body: sql<CommentBody | null>`case when ${comment.deletedAt} is null then ${comment.body} end`
		})
		.from(notification)
		.leftJoin(event, eq(event.id, notification.eventId))
		.leftJoin(comment, eq(comment.id, notification.commentId))
		.where(
			and(
				eq(notification.personId, personId),
				box && eq(notification.box, box),
				unread ? isNull(notification.readAt) : undefined,
				unmailed ? isNull(notification.mailedAt) : undefined,
				since && gte(notification.at, since),
				before && lt(notification.at, before)
			)
		)
		.orderBy(desc(notification.at), desc(notification.eventId))
		.limit(limit);
}

/** Which of somebody's notifications: these, those of a place, or all. */
export type Read =
	| { ids: readonly string[] }
	| { thread: string }
	| { run: string }
	| { document: string }
	| { round: string }
	| { box: Box }
	/** Of a document: all but what is for them and stands in a thread or a round, which they see when they open that. */
	| { visited: string }
	| 'all';

/** Marks them as read, of this person alone; answers how many were not. */
export async function markNotifications(
	db: Queryable,
	personId: string,
	read: Read,
	at: Date
): Promise<number> {
	const rows = await db
		.update(notification)
		.set({ readAt: at })
		.where(and(eq(notification.personId, personId), isNull(notification.readAt), whichOf(read)))
		.returning({ id: notification.id });
	return rows.length;
}

function whichOf(read: Read): SQL | undefined {
	if (read === 'all') return undefined;
	if ('ids' in read) return inArray(notification.id, [...read.ids]);
	if ('thread' in read) return eq(notification.threadId, read.thread);
	if ('box' in read) return eq(notification.box, read.box);
	if ('document' in read) return eq(notification.documentId, read.document);
	if ('visited' in read) {
		const stands = or(isNotNull(notification.threadId), eventIs(sql`${event.details} ? 'round'`));
		const isSeen = or(eq(notification.box, 'updates'), sql`not (${stands})`);
		return and(eq(notification.documentId, read.visited), isSeen);
	}
	return 'run' in read
		? eventIs(sql`${event.details} ->> 'run' = ${read.run}`)
		: eventIs(sql`${event.details} ->> 'round' = ${read.round}`);
}

function eventIs(so: SQL): SQL {
	return sql`exists (select 1 from ${event} where ${event.id} = ${notification.eventId} and ${so})`;
}

/** Remembers that these stood in a letter, or that they did not after all. */
export async function setMailed(
	db: Queryable,
	ids: readonly string[],
	mailedAt: Date | null
): Promise<void> {
	if (ids.length === 0) return;
	await db
		.update(notification)
		.set({ mailedAt })
		.where(inArray(notification.id, [...ids]));
}

/** Throws away what was told before this; answers how much there was. */
export async function deleteNotificationsBefore(db: Queryable, before: Date): Promise<number> {
	const gone = await db
		.delete(notification)
		.where(lt(notification.at, before))
		.returning({ id: notification.id });
	return gone.length;
}
