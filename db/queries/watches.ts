import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { watch } from '#db/schema/told.ts';
import type { Watched } from '#domain/told.ts';
import { handsIn } from './telling.ts';

function columnsOf(what: Watched) {
	return {
		documentId: 'document' in what ? what.document : null,
		themeId: 'theme' in what ? what.theme : null,
		werkplaatsId: 'werkplaats' in what ? what.werkplaats : null
	};
}

function isOf(personId: string, what: Watched) {
	const { documentId, themeId, werkplaatsId } = columnsOf(what);
	return and(
		eq(watch.personId, personId),
		documentId ? eq(watch.documentId, documentId) : isNull(watch.documentId),
		themeId ? eq(watch.themeId, themeId) : isNull(watch.themeId),
		werkplaatsId ? eq(watch.werkplaatsId, werkplaatsId) : isNull(watch.werkplaatsId)
	);
}

/** What somebody said of it themselves; undefined when that is nothing. */
export async function findWatch(db: Queryable, personId: string, what: Watched) {
	const [row] = await db.select().from(watch).where(isOf(personId, what));
	return row;
}

/** What somebody watches or muted, in the order in which they did. */
export function listWatches(db: Queryable, personId: string) {
	return db.select().from(watch).where(eq(watch.personId, personId)).orderBy(watch.since);
}

export async function putWatch(
	db: Queryable,
	personId: string,
	what: Watched,
	{ muted, since }: { muted: boolean; since: Date }
): Promise<void> {
	await db
		.insert(watch)
		.values({ personId, ...columnsOf(what), muted, since })
		.onConflictDoUpdate({
			target: [watch.personId, watch.documentId, watch.themeId, watch.werkplaatsId],
			set: { muted, since }
		});
}

export async function deleteWatch(db: Queryable, personId: string, what: Watched): Promise<void> {
	await db.delete(watch).where(isOf(personId, what));
}

/** The documents that somebody muted. */
export async function listMutedBy(db: Queryable, personId: string): Promise<string[]> {
	const rows = await db
		.select({ document: watch.documentId })
		.from(watch)
		.where(and(eq(watch.personId, personId), eq(watch.muted, true), isNotNull(watch.documentId)));
	return rows.flatMap((row) => row.document ?? []);
}

/** Whether somebody has a hand in a document, and so follows it without saying so. */
export async function hasHandIn(
	db: Queryable,
	personId: string,
	documentId: string,
	now: Date
): Promise<boolean> {
	const hands = handsIn(sql`${documentId}::uuid`, null, now);
	const { rows } = await db.execute(
		sql`select 1 from (${hands}) as hand where person = ${personId}::uuid limit 1`
	);
	return rows.length > 0;
}
