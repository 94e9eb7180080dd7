import { and, asc, desc, eq, inArray, lte, notExists, or, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { question } from '#db/schema/agenda.ts';
import { caseVersion } from '#db/schema/case-versions.ts';
import { document, documentTheme } from '#db/schema/documents.ts';
import { werkplaats } from '#db/schema/network.ts';
import { relation } from '#db/schema/relations.ts';
import type { Actor } from '#domain/facts.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Party } from '#domain/parties.ts';
import type { Decision } from '#domain/questions.ts';
import type { RelationFacts } from '#domain/relations.ts';
import type { State } from '#domain/states.ts';
import { visibleTo } from './visible.ts';

/**
 * The documents that count, wherever work is counted, drawn or laid side by side: what the actor may view. What
 * is no work of its own is left out here and nowhere else: a version of a case is not another case.
 */
function counting(db: Queryable, actor: Actor, now: Date): SQL | undefined {
	const isVersion = db
		.select({ id: caseVersion.documentId })
		.from(caseVersion)
		.where(eq(caseVersion.documentId, document.id));
	return and(visibleTo(actor, now), notExists(isVersion));
}

export type KindCount = { werkplaatsId: string; kind: Kind; count: number };
export type WorkCount = KindCount & { themeId: string };

/** How many documents of each kind there are, per werkplaats and theme; or only of these. */
export function countWork(
	db: Queryable,
	actor: Actor,
	now: Date,
	{ themeId, werkplaatsId }: { themeId?: string; werkplaatsId?: string } = {}
): Promise<WorkCount[]> {
	return db
		.select({
			werkplaatsId: document.werkplaatsId,
			themeId: documentTheme.themeId,
			kind: document.kind,
			count: sql<number>`count(*)::int`
		})
		.from(document)
		.innerJoin(documentTheme, eq(documentTheme.documentId, document.id))
		.where(
			and(
				counting(db, actor, now),
				themeId ? eq(documentTheme.themeId, themeId) : undefined,
				werkplaatsId ? eq(document.werkplaatsId, werkplaatsId) : undefined
			)
		)
		.groupBy(document.werkplaatsId, documentTheme.themeId, document.kind);
}

/** How many documents of each kind there are, per werkplaats: one with two themes counts once. */
export function countKinds(db: Queryable, actor: Actor, now: Date): Promise<KindCount[]> {
	return db
		.select({
			werkplaatsId: document.werkplaatsId,
			kind: document.kind,
			count: sql<number>`count(*)::int`
		})
		.from(document)
		.where(counting(db, actor, now))
		.groupBy(document.werkplaatsId, document.kind);
}

/** A document that knowledge flows through, or a question that waits for it. */
export type FlowingRow = {
	id: string;
	kind: Kind;
	title: string;
	werkplaatsId: string;
	themes: string[];
	/** Who asked and what was decided, of a question. */
	party: Party | null;
	decision: Decision | null;
	mergedInto: string | null;
};

/** Every question, and every document with a relation, oldest first. */
export function listFlowing(db: Queryable, actor: Actor, now: Date): Promise<FlowingRow[]> {
	// A set, made once: to look for a relation of each document takes as many looks as there are documents.
	const related = sql`${document.id} in (select ${relation.fromId} from ${relation}
		union select ${relation.toId} from ${relation})`;
	return db
		.select({
			id: document.id,
			kind: document.kind,
			title: document.title,
			werkplaatsId: document.werkplaatsId,
			themes: sql<string[]>`array(select ${documentTheme.themeId}::text from ${documentTheme}
				where ${documentTheme.documentId} = ${document.id})`,
			party: question.party,
			decision: question.decision,
			mergedInto: question.mergedInto
		})
		.from(document)
		.leftJoin(question, eq(question.documentId, document.id))
		.where(and(counting(db, actor, now), or(eq(document.kind, 'question'), related)))
		.orderBy(asc(document.createdAt), asc(document.id));
}

/** The relations of which both ends count, oldest first. */
export function relationsBetween(db: Queryable, actor: Actor, now: Date): Promise<RelationFacts[]> {
	const seen = db.$with('seen').as(
		db
			.select({ id: document.id })
			.from(document)
			.where(counting(db, actor, now))
	);
	const either = db.select({ id: seen.id }).from(seen);
	return db
		.with(seen)
		.select({ from: relation.fromId, to: relation.toId, type: relation.type })
		.from(relation)
		.where(and(inArray(relation.fromId, either), inArray(relation.toId, either)))
		.orderBy(asc(relation.createdAt), asc(relation.id));
}

/** A document in a short list of the latest. */
export type LatestRow = {
	id: string;
	kind: Kind;
	title: string;
	state: State;
	blind: boolean;
	changedAt: Date;
	werkplaats: { id: string; slug: string; name: string };
};

/** The latest documents on a theme, at most so many of each kind: in one werkplaats, in all, or in each. */
export async function latestOnTheme(
	db: Queryable,
	actor: Actor,
	now: Date,
	wanted: { themeId: string; werkplaatsId?: string; inEach?: boolean; most: number }
): Promise<LatestRow[]> {
	const { themeId, werkplaatsId, inEach = false, most } = wanted;
	const among = inEach ? sql`${document.werkplaatsId}, ${document.kind}` : sql`${document.kind}`;
	const ranked = db
		.select({
			id: document.id,
			kind: document.kind,
			title: document.title,
			state: document.state,
			blind: document.blind,
			changedAt: document.changedAt,
			werkplaatsId: document.werkplaatsId,
			slug: werkplaats.slug,
			name: werkplaats.name,
			place: sql<number>`row_number() over (partition by ${among}
				order by ${document.changedAt} desc, ${document.id} desc)`.as('place')
		})
		.from(document)
		.innerJoin(werkplaats, eq(werkplaats.id, document.werkplaatsId))
		.innerJoin(documentTheme, eq(documentTheme.documentId, document.id))
		.where(
			and(
				counting(db, actor, now),
				eq(documentTheme.themeId, themeId),
				werkplaatsId ? eq(document.werkplaatsId, werkplaatsId) : undefined
			)
		)
		.as('ranked');
	const rows = await db
		.select()
		.from(ranked)
		.where(lte(ranked.place, most))
		.orderBy(desc(ranked.changedAt), desc(ranked.id));
	return rows.map(({ werkplaatsId: id, slug, name, place: _, ...row }) => ({
		...row,
		werkplaats: { id, slug, name }
	}));
}
