import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { domain, theme, themeQuestion } from '#db/schema/network.ts';

export type ThemeRow = typeof theme.$inferSelect;

/** In the order of the list; archived ones only when asked for. */
export async function listThemes(db: Queryable, { archived = false } = {}): Promise<ThemeRow[]> {
	return db
		.select()
		.from(theme)
		.where(archived ? undefined : isNull(theme.archivedAt))
		.orderBy(asc(theme.position), asc(theme.nameNl));
}

export async function listDomains(db: Queryable) {
	return db.select().from(domain).orderBy(asc(domain.position));
}

/** What each werkplaats asks itself about a theme, or what one werkplaats asks about each. */
export async function questionsOf(
	db: Queryable,
	{ themeId, werkplaatsId }: { themeId?: string; werkplaatsId?: string }
) {
	return db
		.select()
		.from(themeQuestion)
		.where(
			and(
				themeId ? eq(themeQuestion.themeId, themeId) : undefined,
				werkplaatsId ? eq(themeQuestion.werkplaatsId, werkplaatsId) : undefined
			)
		);
}

export async function insertTheme(
	db: Queryable,
	row: typeof theme.$inferInsert
): Promise<string | undefined> {
	const [made] = await db
		.insert(theme)
		.values(row)
		.onConflictDoNothing({ target: theme.slug })
		.returning({ id: theme.id });
	return made?.id;
}

/** Whether there was such a theme. */
export async function updateTheme(
	db: Queryable,
	id: string,
	change: Partial<Omit<ThemeRow, 'id' | 'slug'>>
): Promise<boolean> {
	const rows = await db
		.update(theme)
		.set(change)
		.where(eq(theme.id, id))
		.returning({ id: theme.id });
	return rows.length > 0;
}
