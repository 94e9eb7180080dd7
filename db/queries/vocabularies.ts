import { eq, isNull, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/connection.ts';
import {
	domain,
	organisation,
	partner,
	theme,
	themeQuestion,
	vocabulary,
	werkplaats
} from '#db/schema/network.ts';

/** The version of a shipped list that was loaded last; 0 when none was. */
export async function loadedVersion(db: Queryable, name: string): Promise<number> {
	const [row] = await db.select().from(vocabulary).where(eq(vocabulary.name, name));
	return row?.version ?? 0;
}

export async function markLoaded(db: Queryable, name: string, version: number): Promise<void> {
	await db
		.insert(vocabulary)
		.values({ name, version })
		.onConflictDoUpdate({ target: vocabulary.name, set: { version, loadedAt: sql`now()` } });
}

/** Nodes that start at once load one after the other. */
export async function lockVocabularies(tx: Transaction): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext('wisselwerking.vocabularies'))`);
}

type New<Table extends { $inferInsert: object }> = Table['$inferInsert'];

/** Adds or renews a theme; one that an administrator changed stays as it is. */
export async function shipTheme(db: Queryable, row: New<typeof theme>): Promise<void> {
	const { nameNl, nameEn, position } = row;
	await db
		.insert(theme)
		.values(row)
		.onConflictDoUpdate({
			target: theme.slug,
			set: { nameNl, nameEn, position },
			setWhere: isNull(theme.editedAt)
		});
}

export async function shipDomain(db: Queryable, row: New<typeof domain>): Promise<void> {
	const { nameNl, nameEn, position } = row;
	await db
		.insert(domain)
		.values(row)
		.onConflictDoUpdate({ target: domain.slug, set: { nameNl, nameEn, position } });
}

export async function shipOrganisation(
	db: Queryable,
	row: New<typeof organisation>
): Promise<void> {
	await db.insert(organisation).values(row).onConflictDoNothing();
}

/** Adds or renews a werkplaats; one that an administrator changed stays as it is. */
export async function shipWerkplaats(
	db: Queryable,
	row: New<typeof werkplaats>,
	partners: string[],
	questions: Record<string, string>
): Promise<void> {
	const { name, carrier, provinces, position } = row;
	const [shipped] = await db
		.insert(werkplaats)
		.values(row)
		.onConflictDoUpdate({
			target: werkplaats.slug,
			set: { name, carrier, provinces, position },
			setWhere: isNull(werkplaats.editedAt)
		})
		.returning({ id: werkplaats.id });
	if (!shipped) return;
	const werkplaatsId = shipped.id;
	for (const organisationName of partners) {
		await db.execute(sql`insert into ${partner} (werkplaats_id, organisation_id)
			select ${werkplaatsId}, id from ${organisation} where name = ${organisationName}
			on conflict do nothing`);
	}
	for (const [slug, question] of Object.entries(questions)) {
		await db.execute(sql`insert into ${themeQuestion} (werkplaats_id, theme_id, question)
			select ${werkplaatsId}, id, ${question} from ${theme} where slug = ${slug}
			on conflict (werkplaats_id, theme_id) do update set question = excluded.question`);
	}
}
