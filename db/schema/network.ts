import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment } from './columns.ts';

/** Which version of a list that ships with the product (`db/seeds/network`) was loaded last. */
export const vocabulary = pgTable('vocabulary', {
	name: text('name').primaryKey(),
	version: integer('version').notNull(),
	loadedAt: moment('loaded_at').notNull().defaultNow()
});

export const werkplaats = pgTable('werkplaats', {
	id: id(),
	slug: text('slug').notNull().unique(),
	name: text('name').notNull(),
	/** The hogescholen that carry it, as people read it. */
	carrier: text('carrier').notNull().default(''),
	/** Provinces (ISO 3166-2 without NL-), for the map of the network. */
	provinces: text('provinces').array().notNull().default([]),
	position: integer('position').notNull().default(0),
	/** Set when an administrator changed the row: a newer shipped list leaves it alone. */
	editedAt: moment('edited_at'),
	archivedAt: moment('archived_at')
});

export const organisation = pgTable('organisation', {
	id: id(),
	name: text('name').notNull().unique(),
	/** hogeschool, municipality, care, welfare, citizens, national, other */
	kind: text('kind').notNull(),
	archivedAt: moment('archived_at')
});

/** Which organisations take part in which werkplaats. */
export const partner = pgTable(
	'partner',
	{
		werkplaatsId: uuid('werkplaats_id')
			.notNull()
			.references(() => werkplaats.id),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisation.id)
	},
	(table) => [primaryKey({ columns: [table.werkplaatsId, table.organisationId] })]
);

export const theme = pgTable('theme', {
	id: id(),
	slug: text('slug').notNull().unique(),
	nameNl: text('name_nl').notNull(),
	nameEn: text('name_en').notNull(),
	position: integer('position').notNull().default(0),
	editedAt: moment('edited_at'),
	archivedAt: moment('archived_at')
});

/** Wmo, Jeugd, Werk & inkomen, … */
export const domain = pgTable('domain', {
	id: id(),
	slug: text('slug').notNull().unique(),
	nameNl: text('name_nl').notNull(),
	nameEn: text('name_en').notNull(),
	position: integer('position').notNull().default(0)
});

/** What a werkplaats asks itself about a theme, in its own words. */
export const themeQuestion = pgTable(
	'theme_question',
	{
		werkplaatsId: uuid('werkplaats_id')
			.notNull()
			.references(() => werkplaats.id),
		themeId: uuid('theme_id')
			.notNull()
			.references(() => theme.id),
		question: text('question').notNull()
	},
	(table) => [primaryKey({ columns: [table.werkplaatsId, table.themeId] })]
);
