import { asc, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { documentDomain, documentTheme } from '#db/schema/documents.ts';
import { domain, theme } from '#db/schema/network.ts';

/** A theme or domain as lists show it, in both languages. */
export type Label = { id: string; slug: string; name: { nl: string; en: string } };

const themeLabel = { id: theme.id, slug: theme.slug, nl: theme.nameNl, en: theme.nameEn };
const domainLabel = { id: domain.id, slug: domain.slug, nl: domain.nameNl, en: domain.nameEn };

/** The themes and domains of each document. */
export async function findLabels(db: Queryable, ids: readonly string[]) {
	const labels = new Map(ids.map((id) => [id, { themes: [] as Label[], domains: [] as Label[] }]));
	if (ids.length === 0) return labels;
	const themes = await db
		.select({ documentId: documentTheme.documentId, ...themeLabel })
		.from(documentTheme)
		.innerJoin(theme, eq(theme.id, documentTheme.themeId))
		.where(inArray(documentTheme.documentId, [...ids]))
		.orderBy(asc(theme.position));
	const domains = await db
		.select({ documentId: documentDomain.documentId, ...domainLabel })
		.from(documentDomain)
		.innerJoin(domain, eq(domain.id, documentDomain.domainId))
		.where(inArray(documentDomain.documentId, [...ids]))
		.orderBy(asc(domain.position));
	for (const row of themes) labels.get(row.documentId)?.themes.push(asLabel(row));
	for (const row of domains) labels.get(row.documentId)?.domains.push(asLabel(row));
	return labels;
}

export function asLabel({
	id,
	slug,
	nl,
	en
}: {
	id: string;
	slug: string;
	nl: string;
	en: string;
}): Label {
	return { id, slug, name: { nl, en } };
}
