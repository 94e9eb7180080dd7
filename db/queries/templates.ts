import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { werkplaats } from '#db/schema/network.ts';
import { template } from '#db/schema/templates.ts';

export type TemplateRow = typeof template.$inferSelect;

/** The starting texts of a werkplaats by name, archived ones too. */
export function listTemplates(db: Queryable, werkplaatsId: string): Promise<TemplateRow[]> {
	return db
		.select()
		.from(template)
		.where(eq(template.werkplaatsId, werkplaatsId))
		.orderBy(asc(template.name), asc(template.id));
}

/** What can be chosen from in these werkplaatsen, without the texts. */
export function listTemplateNames(db: Queryable, werkplaatsIds: readonly string[]) {
	return db
		.select({
			id: template.id,
			werkplaats: { id: werkplaats.id, slug: werkplaats.slug },
			kind: template.kind,
			name: template.name
		})
		.from(template)
		.innerJoin(werkplaats, eq(werkplaats.id, template.werkplaatsId))
		.where(and(inArray(template.werkplaatsId, [...werkplaatsIds]), isNull(template.archivedAt)))
		.orderBy(asc(template.name), asc(template.id));
}

export async function findTemplate(db: Queryable, id: string): Promise<TemplateRow | undefined> {
	const [row] = await db.select().from(template).where(eq(template.id, id));
	return row;
}

export async function insertTemplate(
	db: Queryable,
	row: typeof template.$inferInsert
): Promise<string> {
	const [made] = await db.insert(template).values(row).returning({ id: template.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

/** Whether the werkplaats has such a template. */
export async function updateTemplate(
	db: Queryable,
	{ id, werkplaatsId }: { id: string; werkplaatsId: string },
	change: Partial<Pick<TemplateRow, 'name' | 'archivedAt'>>
): Promise<boolean> {
	const rows = await db
		.update(template)
		.set(change)
		.where(and(eq(template.id, id), eq(template.werkplaatsId, werkplaatsId)))
		.returning({ id: template.id });
	return rows.length > 0;
}
