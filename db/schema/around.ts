import { bigserial, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/**
 * Every change writes one row here in its own transaction; audit, notifications and live refresh
 * read this table. No references: an event outlives what it tells about. Never holds text of documents.
 */
export const event = pgTable(
	'event',
	{
		id: bigserial('id', { mode: 'bigint' }).primaryKey(),
		at: moment('at').notNull().defaultNow(),
		name: text('name').notNull(),
		actorId: uuid('actor_id'),
		werkplaatsId: uuid('werkplaats_id'),
		documentId: uuid('document_id'),
		/** The person whom it happened to, when that is somebody else than the actor. */
		personId: uuid('person_id'),
		details: jsonb('details').$type<Record<string, string | number | boolean | null>>()
	},
	(table) => [
		index('event_document').on(table.documentId, table.id),
		index('event_werkplaats').on(table.werkplaatsId, table.id)
	]
);
