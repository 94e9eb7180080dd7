import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, createdAt, moment } from './columns.ts';
import { person } from './people.ts';

/** A link with which somebody who forgot their password chooses another. It is deleted when used. */
export const passwordReset = pgTable(
	'password_reset',
	{
		id: text('id').primaryKey(),
		secretHash: bytea('secret_hash').notNull(),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		createdAt: createdAt(),
		expiresAt: moment('expires_at').notNull()
	},
	(table) => [index('password_reset_person').on(table.personId)]
);
