import { sql } from 'drizzle-orm';
import {
	bigint,
	bigserial,
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uuid
} from 'drizzle-orm/pg-core';
import type { Content } from '#domain/content/schema.ts';
import { bytea, createdAt, id, moment, tsvector } from './columns.ts';
import { kind, partKind, perspective, sensitivity, state } from './enums.ts';
import { domain, theme, werkplaats } from './network.ts';
import { person } from './people.ts';

export const document = pgTable(
	'document',
	{
		id: id(),
		werkplaatsId: uuid('werkplaats_id')
			.notNull()
			.references(() => werkplaats.id),
		kind: kind('kind').notNull(),
		title: text('title').notNull(),
		state: state('state').notNull().default('draft'),
		sensitivity: sensitivity('sensitivity').notNull().default('werkplaats'),
		/** Each voice is read only by those who hold it, until all are heard at once. */
		blind: boolean('blind').notNull().default(false),
		createdBy: uuid('created_by')
			.notNull()
			.references(() => person.id),
		createdAt: createdAt(),
		/** The last change to a field or to the text of a part. */
		changedAt: moment('changed_at').notNull().defaultNow(),
		changedBy: uuid('changed_by').references(() => person.id),
		deletedAt: moment('deleted_at'),
		deletedBy: uuid('deleted_by').references(() => person.id)
	},
	(table) => [
		index('document_werkplaats').on(table.werkplaatsId, table.changedAt),
		index('document_changed').on(table.changedAt)
	]
);

export const documentTheme = pgTable(
	'document_theme',
	{
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		themeId: uuid('theme_id')
			.notNull()
			.references(() => theme.id)
	},
	(table) => [
		primaryKey({ columns: [table.documentId, table.themeId] }),
		index('document_theme_theme').on(table.themeId)
	]
);

export const documentDomain = pgTable(
	'document_domain',
	{
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		domainId: uuid('domain_id')
			.notNull()
			.references(() => domain.id)
	},
	(table) => [primaryKey({ columns: [table.documentId, table.domainId] })]
);

/** One Yjs document and one access decision. */
export const part = pgTable(
	'part',
	{
		id: id(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		kind: partKind('kind').notNull().default('text'),
		perspective: perspective('perspective'),
		position: integer('position').notNull().default(0)
	},
	(table) => [index('part_document').on(table.documentId, table.position)]
);

/** What was appended to a part's text and is not yet in its snapshot; short-lived. */
export const partUpdate = pgTable(
	'part_update',
	{
		id: bigserial('id', { mode: 'bigint' }).notNull(),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		bytes: bytea('bytes').notNull(),
		/**
		 * Null: the server itself (the first content of a part). No reference: that would be looked up, and
		 * locked, for every keystroke of somebody who came in by their session a moment ago.
		 */
		authorId: uuid('author_id'),
		createdAt: createdAt()
	},
	// One index: each is written for every keystroke.
	(table) => [primaryKey({ columns: [table.partId, table.id] })]
);

/** The state of a garbage-collected Y.Doc with everything that was compacted out of the log. */
export const partSnapshot = pgTable('part_snapshot', {
	partId: uuid('part_id')
		.primaryKey()
		.references(() => part.id, { onDelete: 'cascade' }),
	bytes: bytea('bytes').notNull(),
	/** How far each client has come in it and what is deleted, so that to open it is not to read it all. */
	extent: bytea('extent'),
	createdAt: createdAt()
});

/** Whose edits are under a client id of Yjs in a text: bound when the first of them is stored. */
export const partClient = pgTable(
	'part_client',
	{
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		clientId: bigint('client_id', { mode: 'number' }).notNull(),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id)
	},
	(table) => [primaryKey({ columns: [table.partId, table.clientId] })]
);

/** Updates that Yjs could read and not apply: never shown or acknowledged, kept for who looks into it. */
export const partQuarantine = pgTable(
	'part_quarantine',
	{
		id: bigserial('id', { mode: 'bigint' }).primaryKey(),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		bytes: bytea('bytes').notNull(),
		authorId: uuid('author_id').references(() => person.id),
		createdAt: createdAt()
	},
	(table) => [index('part_quarantine_part').on(table.partId)]
);

/** The snapshot before hardly anything of it was left: for who wants it back within the month. */
export const partKept = pgTable(
	'part_kept',
	{
		id: bigserial('id', { mode: 'bigint' }).primaryKey(),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		bytes: bytea('bytes').notNull(),
		createdAt: createdAt()
	},
	(table) => [index('part_kept_part').on(table.partId)]
);

/** The text as it was shortly ago, for pages, lists, search and export: never the truth, always rebuilt from it. */
export const partText = pgTable(
	'part_text',
	{
		partId: uuid('part_id')
			.primaryKey()
			.references(() => part.id, { onDelete: 'cascade' }),
		content: jsonb('content').$type<Content>().notNull(),
		plain: text('plain').notNull(),
		words: integer('words').notNull(),
		/** The log up to here is in it. */
		upto: bigint('upto', { mode: 'bigint' }).notNull(),
		refreshedAt: moment('refreshed_at').notNull().defaultNow(),
		/** Since when something is in it that no version holds; null when there is nothing. */
		unkeptSince: moment('unkept_since'),
		search: tsvector('search').generatedAlwaysAs(
			// PostgreSQL holds a megabyte of words in one of these; of letters that take four bytes each that
			// is not more than this.
			sql`to_tsvector('dutch'::regconfig, left(plain, 200000))`
		)
	},
	(table) => [index('part_text_search').using('gin', table.search)]
);

/** When somebody last had a document open: "continue where you were". */
export const visit = pgTable(
	'visit',
	{
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		at: moment('at').notNull().defaultNow()
	},
	(table) => [primaryKey({ columns: [table.personId, table.documentId] })]
);
