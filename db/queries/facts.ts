import { and, asc, eq, getTableColumns, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { accessPolicy, grant } from '#db/schema/access.ts';
import { caseVersion } from '#db/schema/case-versions.ts';
import { document, documentTheme, part } from '#db/schema/documents.ts';
import type { DocumentFacts, Grant, PartFacts } from '#domain/facts.ts';
import { findWorkFacts } from './work-facts.ts';

type GrantRow = typeof grant.$inferSelect;

/** What the policy needs of these documents, by id; ids that do not exist are left out. */
export async function findDocumentFacts(
	db: Queryable,
	ids: readonly string[],
	now: Date
): Promise<Map<string, DocumentFacts>> {
	if (ids.length === 0) return new Map();
	const wanted = [...ids];
	const rows = await db
		.select({ ...getTableColumns(document), version: caseVersion.purpose })
		.from(document)
		.leftJoin(caseVersion, eq(caseVersion.documentId, document.id))
		.where(inArray(document.id, wanted));
	if (rows.length === 0) return new Map();
	// One after the other: in a transaction there is one connection, which takes one question at a time.
	const themes = await db
		.select()
		.from(documentTheme)
		.where(inArray(documentTheme.documentId, wanted));
	const grants = await db
		.select()
		.from(grant)
		.where(
			and(inArray(grant.documentId, wanted), or(isNull(grant.expiresAt), gt(grant.expiresAt, now)))
		);
	const policies = await db
		.select()
		.from(accessPolicy)
		.where(inArray(accessPolicy.werkplaatsId, [...new Set(rows.map((r) => r.werkplaatsId))]));
	const themesOf = Map.groupBy(themes, (t) => t.documentId);
	const grantsOf = Map.groupBy(grants, (g) => g.documentId);
	return new Map(
		rows.map((row) => {
			const own = grantsOf.get(row.id) ?? [];
			return [
				row.id,
				{
					id: row.id,
					werkplaats: row.werkplaatsId,
					kind: row.kind,
					themes: (themesOf.get(row.id) ?? []).map((t) => t.themeId),
					state: row.state,
					sensitivity: row.sensitivity,
					blind: row.blind,
					version: row.version,
					deleted: row.deletedAt !== null,
					grants: own.filter((g) => g.partId === null).map(asGrant),
					partGrants: own.filter((g) => g.partId !== null).map(asGrant),
					policies: policies
						.filter((p) => p.werkplaatsId === row.werkplaatsId && p.kind === row.kind)
						.map((p) => ({ theme: p.themeId, function: p.function, level: p.level }))
				}
			];
		})
	);
}

/** What the policy needs of one document; undefined when there is none. */
export async function findOneDocumentFacts(
	db: Queryable,
	id: string,
	now: Date
): Promise<DocumentFacts | undefined> {
	return (await findDocumentFacts(db, [id], now)).get(id);
}

/**
 * The parts of these documents, each document's in their order, as the policy sees them. Not what groups write for
 * an assignment: of that there is more every year, and each is asked for by itself.
 */
export async function findPartFacts(
	db: Queryable,
	documents: readonly DocumentFacts[],
	now: Date
): Promise<PartFacts[]> {
	const wanted = documents.map(({ id }) => id);
	if (wanted.length === 0) return [];
	const parts = await db
		.select()
		.from(part)
		.where(and(inArray(part.documentId, wanted), ne(part.kind, 'work')))
		.orderBy(asc(part.position), asc(part.id));
	return asFacts(db, parts, documents, now);
}

/** These parts as the policy sees them, whatever they are; what does not exist is left out. */
export async function findFactsOfParts(
	db: Queryable,
	ids: readonly string[],
	now: Date
): Promise<PartFacts[]> {
	if (ids.length === 0) return [];
	const parts = await db
		.select()
		.from(part)
		.where(inArray(part.id, [...ids]));
	const documents = [...new Set(parts.map(({ documentId }) => documentId))];
	const facts = await findDocumentFacts(db, documents, now);
	return asFacts(db, parts, [...facts.values()], now);
}

async function asFacts(
	db: Queryable,
	parts: readonly (typeof part.$inferSelect)[],
	documents: readonly DocumentFacts[],
	now: Date
): Promise<PartFacts[]> {
	const byId = new Map(documents.map((facts) => [facts.id, facts]));
	const works = await findWorkFacts(
		db,
		parts.flatMap(({ id, kind }) => (kind === 'work' ? id : []))
	);
	const grants = await db
		.select()
		.from(grant)
		.where(
			and(
				inArray(grant.documentId, [...byId.keys()]),
				isNotNull(grant.partId),
				or(isNull(grant.expiresAt), gt(grant.expiresAt, now))
			)
		);
	const grantsOf = Map.groupBy(grants, (g) => g.partId);
	return parts.flatMap((p) => {
		const document = byId.get(p.documentId);
		if (!document) return [];
		const own = (grantsOf.get(p.id) ?? []).map(asGrant);
		const { id, kind, perspective } = p;
		return [{ id, kind, document, perspective, grants: own, work: works.get(id) ?? null }];
	});
}

function asGrant(row: GrantRow): Grant {
	if (row.personId) {
		return { principal: { type: 'person', person: row.personId }, level: row.level };
	}
	if (!row.werkplaatsId) throw new Error(`grant ${row.id} has no principal`);
	return {
		principal: { type: 'werkplaats', werkplaats: row.werkplaatsId, function: row.function },
		level: row.level
	};
}
