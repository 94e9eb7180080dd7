import { bigint, index, jsonb, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { SuggestedRun } from '#domain/suggestions.ts';
import { VERDICTS } from '#domain/suggestions.ts';
import { createdAt, id, moment } from './columns.ts';
import { part } from './documents.ts';
import { person } from './people.ts';

export const verdict = pgEnum('suggestion_verdict', VERDICTS);

/**
 * A part's text as one person would have it: the runs of blocks in which it differs from the text as it is read out
 * (`part_text`), and which go along when that changes. None of it is in the text itself.
 */
export const suggestionLayer = pgTable(
	'suggestion_layer',
	{
		id: id(),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/**
		 * One more with each change of it or of the text under it: who changes an older one is told. Begins at the moment in
		 * milliseconds, so that a layer that is made again never gets a version that another one had.
		 */
		version: bigint('version', { mode: 'number' }).notNull(),
		runs: jsonb('runs').$type<readonly SuggestedRun[]>().notNull(),
		/** The ids of the last pushes that were taken in: who lost an answer asks whether theirs is among them. */
		pushes: jsonb('pushes').$type<readonly string[]>().notNull().default([]),
		/** When its person last changed it. */
		changedAt: moment('changed_at').notNull(),
		createdAt: createdAt()
	},
	(table) => [unique('suggestion_layer_person').on(table.partId, table.personId)]
);

/** What became of a suggestion. It stays when the layer is gone: who accepted what, and whose words they are. */
export const suggestionDecision = pgTable(
	'suggestion_decision',
	{
		id: id(),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		suggestedBy: uuid('suggested_by')
			.notNull()
			.references(() => person.id),
		decidedBy: uuid('decided_by')
			.notNull()
			.references(() => person.id),
		verdict: verdict('verdict').notNull(),
		/** The words before and after, as a card shows them. */
		before: text('before').notNull(),
		after: text('after').notNull(),
		/** The client id of Yjs under which accepted words were written. */
		clientId: bigint('client_id', { mode: 'number' }),
		at: moment('at').notNull()
	},
	(table) => [index('suggestion_decision_part').on(table.partId, table.at)]
);
