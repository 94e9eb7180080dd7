import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { event } from '#db/schema/around.ts';
import { document, part } from '#db/schema/documents.ts';
import { organisation, partner, theme, themeQuestion, werkplaats } from '#db/schema/network.ts';
import { version } from '#db/schema/versions.ts';

/** Makes an organisation, partner of a werkplaats; one that is there already becomes a partner too. */
export async function plantPartner(
	db: Queryable,
	{ name, kind, partnerOf }: { name: string; kind: string; partnerOf: string }
): Promise<void> {
	await db.insert(organisation).values({ name, kind }).onConflictDoNothing();
	await db.execute(sql`insert into ${partner} (werkplaats_id, organisation_id)
		select ${werkplaats.id}, ${organisation.id} from ${werkplaats}, ${organisation}
		where ${werkplaats.slug} = ${partnerOf} and ${organisation.name} = ${name}
		on conflict do nothing`);
}

/** Lets a werkplaats ask itself something about a theme, unless it asks something there already. */
export async function plantQuestion(
	db: Queryable,
	row: { werkplaats: string; theme: string; question: string }
): Promise<void> {
	await db.execute(sql`insert into ${themeQuestion} (werkplaats_id, theme_id, question)
		select ${werkplaats.id}, ${theme.id}, ${row.question} from ${werkplaats}, ${theme}
		where ${werkplaats.slug} = ${row.werkplaats} and ${theme.slug} = ${row.theme}
		on conflict do nothing`);
}

/** Puts a document that was just made in the past, with what happened to it. */
export async function datePast(
	db: Queryable,
	id: string,
	{ begun, changed, by, binned }: { begun: Date; changed: Date; by: string; binned: boolean }
): Promise<void> {
	await db
		.update(document)
		.set({
			createdAt: begun,
			changedAt: changed,
			changedBy: by,
			deletedAt: binned ? changed : null
		})
		.where(eq(document.id, id));
	const parts = db.select({ id: part.id }).from(part).where(eq(part.documentId, id));
	await db
		.update(version)
		.set({ createdAt: changed })
		.where(and(inArray(version.partId, parts), eq(version.reason, 'published')));
	const first = sql`${event.name} in ('document.created', 'document.shared')`;
	await db
		.update(event)
		.set({
			at: sql`case when ${first} then ${begun.toISOString()}::timestamptz else ${changed.toISOString()}::timestamptz end`
		})
		.where(eq(event.documentId, id));
}
