import { and, eq, notExists, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { caseVersion } from '#db/schema/case-versions.ts';
import { document, documentTheme } from '#db/schema/documents.ts';
import type { Actor } from '#domain/facts.ts';
import type { Kind } from '#domain/kinds.ts';
import { visibleTo } from './visible.ts';

export type WorkCount = { werkplaatsId: string; themeId: string; kind: Kind; count: number };

/** A version of a case is not another case: it is counted as none. */
function isNoVersion(db: Queryable) {
	return notExists(
		db
			.select({ id: caseVersion.documentId })
			.from(caseVersion)
			.where(eq(caseVersion.documentId, document.id))
	);
}

/** How many documents of each kind the actor may view, per werkplaats and theme. */
export function countWork(db: Queryable, actor: Actor, now: Date): Promise<WorkCount[]> {
	return db
		.select({
			werkplaatsId: document.werkplaatsId,
			themeId: documentTheme.themeId,
			kind: document.kind,
			count: sql<number>`count(*)::int`
		})
		.from(document)
		.innerJoin(documentTheme, eq(documentTheme.documentId, document.id))
		.where(and(visibleTo(actor, now), isNoVersion(db)))
		.groupBy(document.werkplaatsId, documentTheme.themeId, document.kind);
}

/** How many documents of each kind the actor may view, per werkplaats. */
export function countKinds(db: Queryable, actor: Actor, now: Date) {
	return db
		.select({
			werkplaatsId: document.werkplaatsId,
			kind: document.kind,
			count: sql<number>`count(*)::int`
		})
		.from(document)
		.where(and(visibleTo(actor, now), isNoVersion(db)))
		.groupBy(document.werkplaatsId, document.kind);
}
