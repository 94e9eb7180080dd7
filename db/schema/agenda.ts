import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	foreignKey,
	index,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	uuid
} from 'drizzle-orm/pg-core';
import { PARTIES } from '#domain/parties.ts';
import { DECISIONS, QUESTION_TYPES } from '#domain/questions.ts';
import { bytea, createdAt, moment } from './columns.ts';
import { document } from './documents.ts';
import { werkplaats } from './network.ts';
import { person } from './people.ts';

export const party = pgEnum('party', PARTIES);
export const decision = pgEnum('question_decision', DECISIONS);
export const questionType = pgEnum('question_type', QUESTION_TYPES);

/** With which citizens who have no account put questions on the agenda of a werkplaats. */
export const agendaLink = pgTable(
	'agenda_link',
	{
		id: text('id').primaryKey(),
		secretHash: bytea('secret_hash').notNull(),
		werkplaatsId: uuid('werkplaats_id')
			.notNull()
			.references(() => werkplaats.id),
		/** In whose name the questions are begun; when they coordinate no more, the link opens nothing. */
		madeBy: uuid('made_by')
			.notNull()
			.references(() => person.id),
		createdAt: createdAt(),
		expiresAt: moment('expires_at').notNull(),
		closedAt: moment('closed_at')
	},
	(table) => [index('agenda_link_werkplaats').on(table.werkplaatsId)]
);

/** What the agenda knows of a document that is a question. */
export const question = pgTable(
	'question',
	{
		documentId: uuid('document_id')
			.primaryKey()
			.references(() => document.id, { onDelete: 'cascade' }),
		decision: decision('decision').notNull().default('new'),
		type: questionType('type'),
		/** As they were when they asked; null for who gave no name. */
		askerName: text('asker_name'),
		/** Null for who speaks for none, such as a coordinator. */
		party: party('party'),
		/** Through which link it came. */
		linkId: text('link_id').references(() => agendaLink.id, { onDelete: 'set null' }),
		/** It came up in a text that fewer people read than the agenda: an editor opens it by calling it clear. */
		editorsFirst: boolean('editors_first').notNull().default(false),
		cluster: text('cluster'),
		mergedInto: uuid('merged_into'),
		/** Why it was dropped. */
		reason: text('reason')
	},
	(table) => [
		foreignKey({ columns: [table.mergedInto], foreignColumns: [table.documentId] }).onDelete(
			'set null'
		),
		index('question_merged_into').on(table.mergedInto),
		check('question_no_double_of_itself', sql`${table.mergedInto} <> ${table.documentId}`)
	]
);

/** Somebody asks that a question goes first. */
export const questionDot = pgTable(
	'question_dot',
	{
		questionId: uuid('question_id')
			.notNull()
			.references(() => question.documentId, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		createdAt: createdAt()
	},
	(table) => [
		primaryKey({ columns: [table.questionId, table.personId] }),
		index('question_dot_person').on(table.personId)
	]
);
