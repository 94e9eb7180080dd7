import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, createdAt, id, moment } from './columns.ts';
import { werkplaatsFunction } from './enums.ts';
import { organisation, werkplaats } from './network.ts';

export const person = pgTable(
	'person',
	{
		id: id(),
		name: text('name').notNull(),
		/** Null for who came into a workshop without an account, and can sign in nowhere. */
		email: text('email'),
		/** argon2id, in its own text form. */
		passwordHash: text('password_hash'),
		language: text('language').notNull().default('nl'),
		administrator: boolean('administrator').notNull().default(false),
		disabledAt: moment('disabled_at'),
		createdAt: createdAt()
	},
	(table) => [
		uniqueIndex('person_email').on(sql`lower(${table.email})`),
		check(
			'person_account',
			sql`(${table.email} is null) = (${table.passwordHash} is null) and (${table.email} is not null or not ${table.administrator})`
		)
	]
);

export const session = pgTable(
	'session',
	{
		id: text('id').primaryKey(),
		/** SHA-256 of the secret half of the cookie. */
		secretHash: bytea('secret_hash').notNull(),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		createdAt: createdAt(),
		/** Slides forward while the session is used. */
		expiresAt: moment('expires_at').notNull()
	},
	(table) => [
		index('session_person').on(table.personId),
		index('session_expiry').on(table.expiresAt)
	]
);

export const apiToken = pgTable(
	'api_token',
	{
		id: text('id').primaryKey(),
		secretHash: bytea('secret_hash').notNull(),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		name: text('name').notNull(),
		createdAt: createdAt(),
		expiresAt: moment('expires_at').notNull(),
		lastUsedAt: moment('last_used_at'),
		revokedAt: moment('revoked_at')
	},
	(table) => [index('api_token_person').on(table.personId)]
);

export const membership = pgTable(
	'membership',
	{
		id: id(),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** Null: of the network as a whole. */
		werkplaatsId: uuid('werkplaats_id').references(() => werkplaats.id),
		function: werkplaatsFunction('function').notNull(),
		organisationId: uuid('organisation_id').references(() => organisation.id),
		from: moment('from').notNull().defaultNow(),
		/** The first moment at which it holds no more; null is open-ended. */
		until: moment('until')
	},
	(table) => [
		index('membership_person').on(table.personId),
		index('membership_werkplaats').on(table.werkplaatsId),
		check(
			'membership_ends_after_start',
			sql`${table.until} is null or ${table.until} >= ${table.from}`
		)
	]
);

export const invitation = pgTable(
	'invitation',
	{
		id: text('id').primaryKey(),
		secretHash: bytea('secret_hash').notNull(),
		werkplaatsId: uuid('werkplaats_id').references(() => werkplaats.id),
		function: werkplaatsFunction('function').notNull(),
		organisationId: uuid('organisation_id').references(() => organisation.id),
		/** The end of the membership that accepting gives. */
		until: moment('until'),
		email: text('email').notNull(),
		invitedBy: uuid('invited_by')
			.notNull()
			.references(() => person.id),
		createdAt: createdAt(),
		expiresAt: moment('expires_at').notNull(),
		acceptedAt: moment('accepted_at'),
		acceptedBy: uuid('accepted_by').references(() => person.id),
		withdrawnAt: moment('withdrawn_at')
	},
	(table) => [index('invitation_werkplaats').on(table.werkplaatsId)]
);
