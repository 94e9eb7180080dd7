import { and, asc, count, eq, inArray, notExists, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { voice } from '#db/schema/cases.ts';
import { document, part } from '#db/schema/documents.ts';
import { evidence, finding } from '#db/schema/evidence.ts';
import { person } from '#db/schema/people.ts';
import type { Anchor } from '#domain/anchors/anchor.ts';

/** The evidence of a study with where it is from, whoever asks: the caller decides what of it to tell. */
export function listEvidence(db: Queryable, studyId: string) {
	return db
		.select({
			id: evidence.id,
			finding: evidence.findingId,
			passage: evidence.passage,
			quotedAt: evidence.quotedAt,
			shows: evidence.shows,
			linkedBy: { id: person.id, name: person.name },
			linkedAt: evidence.linkedAt,
			part: {
				id: part.id,
				kind: part.kind,
				perspective: part.perspective,
				label: sql<string>`coalesce(${voice.label}, '')`
			},
			case: { id: document.id, title: document.title }
		})
		.from(evidence)
		.innerJoin(part, eq(part.id, evidence.partId))
		.innerJoin(document, eq(document.id, part.documentId))
		.leftJoin(voice, eq(voice.partId, part.id))
		.innerJoin(person, eq(person.id, evidence.linkedBy))
		.where(eq(evidence.documentId, studyId))
		.orderBy(asc(evidence.linkedAt), asc(evidence.id));
}

export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number];

/** The passages of a part that studies lean on, with the study. */
export function listPassages(db: Queryable, partId: string) {
	return db
		.select({ id: evidence.id, study: evidence.documentId, passage: evidence.passage })
		.from(evidence)
		.where(eq(evidence.partId, partId))
		.orderBy(asc(evidence.linkedAt), asc(evidence.id));
}

export async function findEvidence(db: Queryable, studyId: string, id: string) {
	const [row] = await db
		.select()
		.from(evidence)
		.where(and(eq(evidence.documentId, studyId), eq(evidence.id, id)));
	return row;
}

export async function countEvidence(db: Queryable, studyId: string): Promise<number> {
	const [row] = await db
		.select({ rows: count() })
		.from(evidence)
		.where(eq(evidence.documentId, studyId));
	return row?.rows ?? 0;
}

export async function insertEvidence(
	db: Queryable,
	row: Omit<typeof evidence.$inferInsert, 'id'>
): Promise<string> {
	const [made] = await db.insert(evidence).values(row).returning({ id: evidence.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

type Change = Partial<
	Pick<typeof evidence.$inferInsert, 'shows' | 'passage' | 'quotedAt' | 'findingId'>
>;

/** Changes these, as far as they are of the study; how many were. */
export async function updateEvidence(
	db: Queryable,
	studyId: string,
	ids: readonly string[],
	change: Change
): Promise<number> {
	if (ids.length === 0) return 0;
	const rows = await db
		.update(evidence)
		.set(change)
		.where(and(eq(evidence.documentId, studyId), inArray(evidence.id, [...ids])))
		.returning({ id: evidence.id });
	return rows.length;
}

/** Whether the study had it. */
export async function deleteEvidence(db: Queryable, studyId: string, id: string): Promise<boolean> {
	const rows = await db
		.delete(evidence)
		.where(and(eq(evidence.documentId, studyId), eq(evidence.id, id)))
		.returning({ id: evidence.id });
	return rows.length > 0;
}

export function listFindings(db: Queryable, studyId: string) {
	return db
		.select({ id: finding.id, part: finding.partId, passage: finding.passage })
		.from(finding)
		.where(eq(finding.documentId, studyId));
}

export async function insertFinding(
	db: Queryable,
	row: Omit<typeof finding.$inferInsert, 'id'>
): Promise<string> {
	const [made] = await db.insert(finding).values(row).returning({ id: finding.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

/** Takes away the findings of a study on which nothing hangs any more. */
export async function deleteBareFindings(db: Queryable, studyId: string): Promise<void> {
	const hanging = db
		.select({ id: evidence.id })
		.from(evidence)
		.where(eq(evidence.findingId, finding.id));
	await db.delete(finding).where(and(eq(finding.documentId, studyId), notExists(hanging)));
}
