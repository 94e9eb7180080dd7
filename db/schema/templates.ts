import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Content } from '#domain/content/schema.ts';
import { createdAt, id, moment } from './columns.ts';
import { kind } from './enums.ts';
import { werkplaats } from './network.ts';
import { person } from './people.ts';

/** A starting text of a werkplaats itself, beside those that the product ships with. */
export const template = pgTable(
	'template',
	{
		id: id(),
		werkplaatsId: uuid('werkplaats_id')
			.notNull()
			.references(() => werkplaats.id),
		kind: kind('kind').notNull(),
		name: text('name').notNull(),
		content: jsonb('content').$type<Content>().notNull(),
		createdBy: uuid('created_by')
			.notNull()
			.references(() => person.id),
		createdAt: createdAt(),
		archivedAt: moment('archived_at')
	},
	(table) => [index('template_werkplaats').on(table.werkplaatsId)]
);
