import { sql } from 'drizzle-orm';
import { check, index, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns.ts';
import { document, part } from './documents.ts';
import { kind, level, werkplaatsFunction } from './enums.ts';
import { theme, werkplaats } from './network.ts';
import { person } from './people.ts';

/** A level on one document or part, for exactly one principal. */
export const grant = pgTable(
	'grant',
	{
		id: id(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		/** Null: the whole document. */
		partId: uuid('part_id').references(() => part.id, { onDelete: 'cascade' }),
		personId: uuid('person_id').references(() => person.id, { onDelete: 'cascade' }),
		werkplaatsId: uuid('werkplaats_id').references(() => werkplaats.id),
		/** Only with a werkplaats: those with this function in it. */
		function: werkplaatsFunction('function'),
		level: level('level').notNull(),
		expiresAt: moment('expires_at'),
		grantedBy: uuid('granted_by')
			.notNull()
			.references(() => person.id),
		createdAt: createdAt()
	},
	(table) => [
		check('grant_one_principal', sql`num_nonnulls(${table.personId}, ${table.werkplaatsId}) = 1`),
		check(
			'grant_function_in_werkplaats',
			sql`${table.function} is null or ${table.werkplaatsId} is not null`
		),
		// Not an index on expressions: the text of an enum is not immutable to PostgreSQL.
		unique('grant_principal')
			.on(table.documentId, table.partId, table.personId, table.werkplaatsId, table.function)
			.nullsNotDistinct(),
		index('grant_person').on(table.personId),
		index('grant_werkplaats').on(table.werkplaatsId)
	]
);

/** A coordinator's change to the defaults: for the werkplaats, or for one theme in it. */
export const accessPolicy = pgTable(
	'access_policy',
	{
		id: id(),
		werkplaatsId: uuid('werkplaats_id')
			.notNull()
			.references(() => werkplaats.id),
		themeId: uuid('theme_id').references(() => theme.id),
		function: werkplaatsFunction('function').notNull(),
		kind: kind('kind').notNull(),
		level: level('level').notNull()
	},
	(table) => [
		unique('access_policy_cell')
			.on(table.werkplaatsId, table.themeId, table.function, table.kind)
			.nullsNotDistinct()
	]
);
