import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	pgEnum,
	pgTable,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { BOXES, MAIL_RHYTHMS } from '#domain/told.ts';
import { id, moment } from './columns.ts';
import { document, part } from './documents.ts';
import { theme, werkplaats } from './network.ts';
import { person } from './people.ts';
import { comment, thread } from './threads.ts';

/** Not `box`: that is a type of PostgreSQL's own, which a column would get instead. */
export const inboxBox = pgEnum('inbox_box', BOXES);
export const mailRhythm = pgEnum('mail_rhythm', MAIL_RHYTHMS);

/**
 * That something happened, for one person. Only what it points at: the words are looked up when it is read, by
 * who may still read them.
 */
export const notification = pgTable(
	'notification',
	{
		id: id(),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** The event it tells of: each is told once to each person. */
		eventId: bigint('event_id', { mode: 'bigint' }).notNull(),
		/** The name of that event, or why it is for them: `comment.mentioned`, `thread.assigned`. */
		name: text('name').notNull(),
		box: inboxBox('box').notNull(),
		actorId: uuid('actor_id').references(() => person.id, { onDelete: 'cascade' }),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		partId: uuid('part_id').references(() => part.id, { onDelete: 'cascade' }),
		threadId: uuid('thread_id').references(() => thread.id, { onDelete: 'cascade' }),
		commentId: uuid('comment_id').references(() => comment.id, { onDelete: 'cascade' }),
		at: moment('at').notNull(),
		readAt: moment('read_at'),
		/** When it went out in a letter; null while it did not. */
		mailedAt: moment('mailed_at')
	},
	(table) => [
		unique('notification_once').on(table.personId, table.eventId),
		index('notification_person').on(table.personId, table.at),
		index('notification_document').on(table.documentId),
		index('notification_unmailed')
			.on(table.personId)
			.where(sql`${table.mailedAt} is null`)
	]
);

/** What somebody wants to hear of, or not any more (`muted`): exactly one of the three. */
export const watch = pgTable(
	'watch',
	{
		id: id(),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		documentId: uuid('document_id').references(() => document.id, { onDelete: 'cascade' }),
		themeId: uuid('theme_id').references(() => theme.id, { onDelete: 'cascade' }),
		werkplaatsId: uuid('werkplaats_id').references(() => werkplaats.id, { onDelete: 'cascade' }),
		muted: boolean('muted').notNull().default(false),
		since: moment('since').notNull()
	},
	(table) => [
		unique('watch_once')
			.on(table.personId, table.documentId, table.themeId, table.werkplaatsId)
			.nullsNotDistinct(),
		index('watch_document').on(table.documentId),
		index('watch_theme').on(table.themeId),
		index('watch_werkplaats').on(table.werkplaatsId),
		check(
			'watch_one',
			sql`num_nonnulls(${table.documentId}, ${table.themeId}, ${table.werkplaatsId}) = 1`
		)
	]
);

/** How somebody is mailed. Without a row: daily. */
export const mailPreference = pgTable('mail_preference', {
	personId: uuid('person_id')
		.primaryKey()
		.references(() => person.id, { onDelete: 'cascade' }),
	rhythm: mailRhythm('rhythm').notNull().default('daily'),
	/** What stands in the link to stop it, random; whoever has it can do that and nothing else. */
	unsubscribe: text('unsubscribe').notNull().unique(),
	/** Up to when letters were made for them. */
	mailedAt: moment('mailed_at')
});

/**
 * Events of which nobody was told yet: written with the event, taken away with what was told of it, so that each is
 * told once, whichever process does it. Never "up to an id": a lower number can be committed after a higher.
 */
export const untold = pgTable('untold', {
	eventId: bigint('event_id', { mode: 'bigint' }).primaryKey()
});
