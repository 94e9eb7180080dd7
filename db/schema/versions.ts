import {
	bigint,
	index,
	integer,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import type { Content } from '#domain/content/schema.ts';
import { VERSION_REASONS, type AuthorRun } from '#domain/versions.ts';
import { createdAt, id, moment } from './columns.ts';
import { part } from './documents.ts';
import { person } from './people.ts';

export const versionReason = pgEnum('version_reason', VERSION_REASONS);

/**
 * A part's text as it was at a moment, read out: no Yjs, so that what has to be forgotten can be taken out of it.
 * What it says never changes.
 */
export const version = pgTable(
	'version',
	{
		id: id(),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		reason: versionReason('reason').notNull(),
		/** What people call it; null for those that make themselves. */
		name: text('name'),
		content: jsonb('content').$type<Content>().notNull(),
		words: integer('words').notNull(),
		/** Who wrote which characters of it, in their order. */
		authors: jsonb('authors').$type<readonly AuthorRun[]>().notNull(),
		/** Who wrote since the version before. */
		writers: uuid('writers').array().notNull(),
		/** The log up to here is in it. */
		upto: bigint('upto', { mode: 'bigint' }).notNull(),
		/** Who asked for it; null where nobody did. */
		madeBy: uuid('made_by').references(() => person.id),
		/** The older one that was put back and so became this one. */
		restoredFrom: uuid('restored_from').references((): AnyPgColumn => version.id, {
			onDelete: 'set null'
		}),
		createdAt: createdAt()
	},
	(table) => [
		index('version_part').on(table.partId, table.createdAt),
		index('version_restored').on(table.restoredFrom)
	]
);

/**
 * Up to where somebody knows a part. What came after their visit before this one is marked for them, as long as
 * this one lasts; what comes after this one is for the next.
 */
export const seen = pgTable(
	'seen',
	{
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		/** As it was at the end of the visit before. */
		versionId: uuid('version_id')
			.notNull()
			.references(() => version.id, { onDelete: 'cascade' }),
		/** As they last had it before them. */
		latestId: uuid('latest_id')
			.notNull()
			.references(() => version.id, { onDelete: 'cascade' }),
		at: moment('at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.personId, table.partId] }),
		index('seen_version').on(table.versionId),
		index('seen_latest').on(table.latestId)
	]
);
