import { and, asc, desc, eq, inArray, isNotNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { grant } from '#db/schema/access.ts';
import { caseVersion } from '#db/schema/case-versions.ts';
import {
	document,
	documentDomain,
	documentTheme,
	part,
	partText,
	visit
} from '#db/schema/documents.ts';
import { werkplaats } from '#db/schema/network.ts';
import { person } from '#db/schema/people.ts';
import type { VersionPurpose } from '#domain/case-versions.ts';
import type { Actor } from '#domain/facts.ts';
import { SHARED_PART_KINDS, type Kind, type PartKind, type Perspective } from '#domain/kinds.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import type { State } from '#domain/states.ts';
import { visibleTo } from './visible.ts';

/** A document's own fields, as lists and pages show them. */
export type DocumentRow = {
	id: string;
	kind: Kind;
	title: string;
	state: State;
	sensitivity: Sensitivity;
	/** What it is a version of a case for; null for every other document. */
	version: VersionPurpose | null;
	werkplaats: { id: string; slug: string; name: string };
	createdAt: Date;
	createdBy: { id: string; name: string };
	changedAt: Date;
	changedBy: string | null;
	deletedAt: Date | null;
};

export type NewDocument = {
	werkplaatsId: string;
	kind: Kind;
	title: string;
	sensitivity: Sensitivity;
	createdBy: string;
};

export async function insertDocument(db: Queryable, values: NewDocument): Promise<string> {
	const [row] = await db
		.insert(document)
		.values({ ...values, changedBy: values.createdBy })
		.returning({ id: document.id });
	if (!row) throw new Error('insert returned no row');
	return row.id;
}

export async function insertPart(
	db: Queryable,
	values: { documentId: string; kind: PartKind; perspective: Perspective | null; position: number }
): Promise<string> {
	const [row] = await db.insert(part).values(values).returning({ id: part.id });
	if (!row) throw new Error('insert returned no row');
	return row.id;
}

/** The texts of a document itself, without what groups write for it. */
export async function listOwnParts(db: Queryable, documentId: string): Promise<string[]> {
	const rows = await db
		.select({ id: part.id })
		.from(part)
		.where(and(eq(part.documentId, documentId), ne(part.kind, 'work')));
	return rows.map(({ id }) => id);
}

export async function setThemes(db: Queryable, id: string, themeIds: readonly string[]) {
	await db.delete(documentTheme).where(eq(documentTheme.documentId, id));
	if (themeIds.length === 0) return;
	await db
		.insert(documentTheme)
		.values([...new Set(themeIds)].map((themeId) => ({ documentId: id, themeId })));
}

export async function setDomains(db: Queryable, id: string, domainIds: readonly string[]) {
	await db.delete(documentDomain).where(eq(documentDomain.documentId, id));
	if (domainIds.length === 0) return;
	await db
		.insert(documentDomain)
		.values([...new Set(domainIds)].map((domainId) => ({ documentId: id, domainId })));
}

const creator = sql<{
	id: string;
	name: string;
}>`(select json_build_object('id', ${person.id}, 'name', ${person.name})
	from ${person} where ${person.id} = ${document.createdBy})`;

function selectDocuments(db: Queryable) {
	return db
		.select({
			id: document.id,
			kind: document.kind,
			title: document.title,
			state: document.state,
			sensitivity: document.sensitivity,
			version: caseVersion.purpose,
			werkplaats: { id: werkplaats.id, slug: werkplaats.slug, name: werkplaats.name },
			createdAt: document.createdAt,
			createdBy: creator,
			changedAt: document.changedAt,
			changedBy: document.changedBy,
			deletedAt: document.deletedAt
		})
		.from(document)
		.innerJoin(werkplaats, eq(werkplaats.id, document.werkplaatsId))
		.leftJoin(caseVersion, eq(caseVersion.documentId, document.id));
}

/** The row of one document, whoever asks: the caller has asked the policy. */
export async function findDocument(db: Queryable, id: string): Promise<DocumentRow | undefined> {
	const [row] = await selectDocuments(db).where(eq(document.id, id));
	return row;
}

/** The rows of these documents, whoever asks: the caller asks the policy. */
export async function findDocumentRows(
	db: Queryable,
	ids: readonly string[]
): Promise<DocumentRow[]> {
	if (ids.length === 0) return [];
	return selectDocuments(db).where(inArray(document.id, [...ids]));
}

export type DocumentFilter = {
	werkplaats?: string;
	theme?: string;
	kind?: Kind;
	/** Words in the title or the text. */
	q?: string;
	/** At most this many, most recently changed first. */
	limit: number;
	/** Changed before this moment: the next page. */
	before?: Date;
};

/** What the actor may view, filtered inside the query, most recently changed first. */
export function listDocuments(
	db: Queryable,
	actor: Actor,
	filter: DocumentFilter,
	now: Date
): Promise<DocumentRow[]> {
	const conditions: SQL[] = [visibleTo(actor, now)];
	if (filter.werkplaats) conditions.push(eq(document.werkplaatsId, filter.werkplaats));
	if (filter.kind) conditions.push(eq(document.kind, filter.kind));
	if (filter.theme) {
		conditions.push(sql`exists (select 1 from ${documentTheme}
			where ${documentTheme.documentId} = ${document.id} and ${documentTheme.themeId} = ${filter.theme}::uuid)`);
	}
	if (filter.before) conditions.push(lt(document.changedAt, filter.before));
	if (filter.q) conditions.push(matches(filter.q));
	return selectDocuments(db)
		.where(and(...conditions))
		.orderBy(desc(document.changedAt), desc(document.id))
		.limit(filter.limit);
}

/**
 * In the title as it is typed, in the shared text by Dutch stems. Words in a part with a perspective find
 * nothing here, nor do those of a guide or a group: not everybody who sees the document may read it.
 */
function matches(q: string): SQL {
	const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
	return sql`(${document.title} ilike ${pattern} or exists (
		select 1 from ${part} join ${partText} on ${partText.partId} = ${part.id}
		where ${part.documentId} = ${document.id} and ${part.kind} in ${SHARED_PART_KINDS}
			and ${partText.search} @@ websearch_to_tsquery('dutch', ${q})))`;
}

/** Documents that the actor opened, latest visit first. */
export function listVisited(db: Queryable, actor: Actor, limit: number, now: Date) {
	return selectDocuments(db)
		.innerJoin(visit, and(eq(visit.documentId, document.id), eq(visit.personId, actor.id)))
		.where(visibleTo(actor, now))
		.orderBy(desc(visit.at))
		.limit(limit);
}

/** What lies in the bin and could be the actor's to put back: the caller asks the policy for each. */
export function listDeleted(db: Queryable, actor: Actor): Promise<DocumentRow[]> {
	const here = actor.memberships.flatMap((m) => (m.werkplaats ? [m.werkplaats] : []));
	const granted = sql`exists (select 1 from ${grant} where ${grant.documentId} = ${document.id}
		and (${grant.personId} = ${actor.id}::uuid or ${grant.werkplaatsId} is not null))`;
	return selectDocuments(db)
		.where(and(isNotNull(document.deletedAt), or(inArray(document.werkplaatsId, here), granted)))
		.orderBy(desc(document.deletedAt));
}

export async function recordVisit(db: Queryable, personId: string, documentId: string, at: Date) {
	await db
		.insert(visit)
		.values({ personId, documentId, at })
		.onConflictDoUpdate({ target: [visit.personId, visit.documentId], set: { at } });
}

export type DocumentChange = Partial<{
	title: string;
	state: State;
	sensitivity: Sensitivity;
	deletedAt: Date | null;
	deletedBy: string | null;
}>;

export async function updateDocument(
	db: Queryable,
	id: string,
	change: DocumentChange,
	by: { personId: string; at: Date }
) {
	await db
		.update(document)
		.set({ ...change, changedAt: by.at, changedBy: by.personId })
		.where(eq(document.id, id));
}

/** Locks the row until the transaction ends, so that two changes see each other. */
export async function lockDocument(db: Queryable, id: string): Promise<void> {
	await db.execute(sql`select 1 from ${document} where ${document.id} = ${id}::uuid for update`);
}

export async function deleteDocument(db: Queryable, id: string) {
	await db.delete(document).where(eq(document.id, id));
}

/** Ends the life of what was put in the bin before `moment`; answers which documents went. */
export async function deleteBinnedBefore(db: Queryable, moment: Date): Promise<string[]> {
	const rows = await db
		.delete(document)
		.where(and(isNotNull(document.deletedAt), lt(document.deletedAt, moment)))
		.returning({ id: document.id });
	return rows.map((row) => row.id);
}

/** The stored texts of parts, as pages and exports show them. */
export async function findTexts(db: Queryable, partIds: readonly string[]) {
	if (partIds.length === 0) return [];
	return db
		.select()
		.from(partText)
		.where(inArray(partText.partId, [...partIds]));
}

/** The first words of the first shared text of each document, for lists. */
export async function findPreviews(db: Queryable, ids: readonly string[]) {
	if (ids.length === 0) return new Map<string, { preview: string; words: number }>();
	const rows = await db
		.selectDistinctOn([part.documentId], {
			documentId: part.documentId,
			preview: sql<string>`left(${partText.plain}, 400)`,
			words: partText.words
		})
		.from(part)
		.innerJoin(partText, eq(partText.partId, part.id))
		.where(and(inArray(part.documentId, [...ids]), inArray(part.kind, [...SHARED_PART_KINDS])))
		.orderBy(part.documentId, asc(part.position), asc(part.id));
	return new Map(rows.map((row) => [row.documentId, { preview: row.preview, words: row.words }]));
}
