import { sql } from 'drizzle-orm';
import { check, index, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { RELATION_TYPES } from '#domain/relations.ts';
import { createdAt, id } from './columns.ts';
import { document } from './documents.ts';
import { person } from './people.ts';

export const relationType = pgEnum('relation_type', RELATION_TYPES);

/** How one document hangs together with another, as somebody who edits the first says. */
export const relation = pgTable(
	'relation',
	{
		id: id(),
		fromId: uuid('from_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		toId: uuid('to_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		type: relationType('type').notNull(),
		why: text('why').notNull().default(''),
		relatedBy: uuid('related_by')
			.notNull()
			.references(() => person.id),
		createdAt: createdAt()
	},
	(table) => [
		unique('relation_once').on(table.fromId, table.toId, table.type),
		index('relation_to').on(table.toId),
		check('relation_between_two', sql`${table.fromId} <> ${table.toId}`)
	]
);
