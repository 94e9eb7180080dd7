import { asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import {
	domain,
	organisation,
	partner,
	theme,
	themeQuestion,
	werkplaats
} from '#db/schema/network.ts';
import { asLabel, type Label } from './labels.ts';

export type WerkplaatsRow = typeof werkplaats.$inferSelect;

/** The werkplaatsen of the network, in their own order. */
export function listWerkplaatsen(db: Queryable): Promise<WerkplaatsRow[]> {
	return db
		.select()
		.from(werkplaats)
		.where(isNull(werkplaats.archivedAt))
		.orderBy(asc(werkplaats.position), asc(werkplaats.name));
}

export async function listThemes(db: Queryable): Promise<Label[]> {
	const rows = await db
		.select({ id: theme.id, slug: theme.slug, nl: theme.nameNl, en: theme.nameEn })
		.from(theme)
		.where(isNull(theme.archivedAt))
		.orderBy(asc(theme.position), asc(theme.nameNl));
	return rows.map(asLabel);
}

export async function listDomains(db: Queryable): Promise<Label[]> {
	const rows = await db
		.select({ id: domain.id, slug: domain.slug, nl: domain.nameNl, en: domain.nameEn })
		.from(domain)
		.orderBy(asc(domain.position), asc(domain.nameNl));
	return rows.map(asLabel);
}

/** What each werkplaats asks itself about each theme, in its own words. */
export function listQuestions(db: Queryable) {
	return db.select().from(themeQuestion);
}

/** The organisations that take part in a werkplaats. */
export function listPartners(db: Queryable, werkplaatsId: string) {
	return db
		.select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
		.from(partner)
		.innerJoin(organisation, eq(organisation.id, partner.organisationId))
		.where(eq(partner.werkplaatsId, werkplaatsId))
		.orderBy(asc(organisation.kind), asc(organisation.name));
}
