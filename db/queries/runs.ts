import { and, asc, desc, eq, exists, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { document } from '#db/schema/documents.ts';
import { werkplaats } from '#db/schema/network.ts';
import { run, runMember } from '#db/schema/runs.ts';

export type RunRow = typeof run.$inferSelect;
export type NewRun = typeof run.$inferInsert;

export async function insertRun(db: Queryable, row: NewRun): Promise<string> {
	const [made] = await db.insert(run).values(row).returning({ id: run.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

export async function findRun(db: Queryable, id: string): Promise<RunRow | undefined> {
	const [row] = await db.select().from(run).where(eq(run.id, id));
	return row;
}

export async function findRuns(db: Queryable, ids: readonly string[]): Promise<RunRow[]> {
	if (ids.length === 0) return [];
	return db
		.select()
		.from(run)
		.where(inArray(run.id, [...ids]));
}

/** The workshop that people come into with this code. */
export async function findRunByCode(db: Queryable, code: string): Promise<RunRow | undefined> {
	const [row] = await db.select().from(run).where(eq(run.code, code));
	return row;
}

/** A run that nobody changes until the transaction ends. */
export async function lockRun(db: Queryable, id: string): Promise<RunRow | undefined> {
	// Not `for update`: what points at the run may be written meanwhile.
	const [row] = await db.select().from(run).where(eq(run.id, id)).for('no key update');
	return row;
}

export type RunChange = Partial<Omit<RunRow, 'id' | 'documentId' | 'kind' | 'openedBy'>>;

export async function updateRun(db: Queryable, id: string, change: RunChange): Promise<void> {
	await db.update(run).set(change).where(eq(run.id, id));
}

const listed = {
	id: run.id,
	kind: run.kind,
	title: run.title,
	dueAt: run.dueAt,
	openedAt: run.openedAt,
	endedAt: run.endedAt
};

/** Every time that this assignment was given, the last first. */
export function listRunsOf(db: Queryable, documentId: string) {
	return db
		.select(listed)
		.from(run)
		.where(eq(run.documentId, documentId))
		.orderBy(desc(run.openedAt), asc(run.id));
}

/** What somebody takes part in and that still goes on, of assignments that are there; what is due first on top. */
export function listRunsOfMember(db: Queryable, personId: string) {
	const takesPart = db
		.select({ one: sql`1` })
		.from(runMember)
		.where(and(eq(runMember.runId, run.id), eq(runMember.personId, personId)));
	return db
		.select({
			...listed,
			document: { id: document.id, title: document.title },
			werkplaats: { slug: werkplaats.slug, name: werkplaats.name }
		})
		.from(run)
		.innerJoin(document, eq(document.id, run.documentId))
		.innerJoin(werkplaats, eq(werkplaats.id, document.werkplaatsId))
		.where(and(exists(takesPart), sql`${run.endedAt} is null and ${document.deletedAt} is null`))
		.orderBy(sql`${run.dueAt} asc nulls last`, desc(run.openedAt), asc(run.id));
}
