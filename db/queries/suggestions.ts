import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { partText } from '#db/schema/documents.ts';
import { suggestionDecision, suggestionLayer } from '#db/schema/suggestions.ts';
import type { Content } from '#domain/content/schema.ts';

export type LayerRow = typeof suggestionLayer.$inferSelect;

/** Somebody's layer of a part. Who changes it locks the text first. */
export async function findLayer(
	db: Queryable,
	partId: string,
	personId: string
): Promise<LayerRow | undefined> {
	const [row] = await db
		.select()
		.from(suggestionLayer)
		.where(and(eq(suggestionLayer.partId, partId), eq(suggestionLayer.personId, personId)));
	return row;
}

/** All layers of a part in which anything is suggested, oldest first. */
export async function listLayers(db: Queryable, partId: string): Promise<LayerRow[]> {
	return db
		.select()
		.from(suggestionLayer)
		.where(and(eq(suggestionLayer.partId, partId), sql`${suggestionLayer.runs} <> '[]'::jsonb`))
		.orderBy(asc(suggestionLayer.createdAt), asc(suggestionLayer.id));
}

/** The text that layers are about: as it was read out last. */
export async function findReadOut(db: Queryable, partId: string): Promise<Content | undefined> {
	const [row] = await db
		.select({ content: partText.content })
		.from(partText)
		.where(eq(partText.partId, partId));
	return row?.content;
}

/** A layer in which nothing is suggested yet. */
export async function insertLayer(
	tx: Queryable,
	row: Pick<LayerRow, 'partId' | 'personId' | 'version' | 'changedAt'>
): Promise<LayerRow> {
	const [inserted] = await tx
		.insert(suggestionLayer)
		.values({ ...row, runs: [] })
		.returning();
	if (!inserted) throw new Error('insert returned no row');
	return inserted;
}

/** Changes a layer: that is a version of its own. Gives which. */
export async function updateLayer(
	tx: Queryable,
	id: string,
	change: Partial<Pick<LayerRow, 'runs' | 'pushes' | 'changedAt'>>
): Promise<number> {
	const [updated] = await tx
		.update(suggestionLayer)
		.set({ ...change, version: sql`${suggestionLayer.version} + 1` })
		.where(eq(suggestionLayer.id, id))
		.returning({ version: suggestionLayer.version });
	if (!updated) throw new Error('update returned no row');
	return updated.version;
}

/** The text under the layers of a part changed: those without suggestions are a version further too. */
export async function renewEmptyLayers(tx: Queryable, partId: string): Promise<number> {
	const renewed = await tx
		.update(suggestionLayer)
		.set({ version: sql`${suggestionLayer.version} + 1` })
		.where(and(eq(suggestionLayer.partId, partId), sql`${suggestionLayer.runs} = '[]'::jsonb`))
		.returning({ id: suggestionLayer.id });
	return renewed.length;
}

/** Whether anybody has a layer of a part, be it empty. */
export async function hasLayers(db: Queryable, partId: string): Promise<boolean> {
	const [row] = await db
		.select({ id: suggestionLayer.id })
		.from(suggestionLayer)
		.where(eq(suggestionLayer.partId, partId))
		.limit(1);
	return row !== undefined;
}

/** Forgets layers in which nothing is suggested and that nobody changed since this moment; gives how many. */
export async function deleteEmptyLayersBefore(db: Queryable, before: Date): Promise<number> {
	const gone = await db
		.delete(suggestionLayer)
		.where(
			and(
				sql`${suggestionLayer.runs} = '[]'::jsonb`,
				sql`${suggestionLayer.changedAt} < ${before.toISOString()}::timestamptz`
			)
		)
		.returning({ id: suggestionLayer.id });
	return gone.length;
}

export type NewDecision = Omit<typeof suggestionDecision.$inferInsert, 'id'>;

export async function insertDecisions(tx: Queryable, rows: readonly NewDecision[]): Promise<void> {
	if (rows.length === 0) return;
	await tx.insert(suggestionDecision).values([...rows]);
}
