import {
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { REVIEWERS, type Answer, type Mark } from '#domain/feedback.ts';
import { id, moment } from './columns.ts';
import { person } from './people.ts';
import { runGroup } from './runs.ts';

export const reviewer = pgEnum('reviewer', REVIEWERS);

/** A group's work as it was when they handed it in. Nothing in a row but `returned_at` ever changes. */
export const submission = pgTable(
	'submission',
	{
		id: id(),
		groupId: uuid('group_id')
			.notNull()
			.references(() => runGroup.id, { onDelete: 'cascade' }),
		/** 1 is the first time. */
		nth: integer('nth').notNull(),
		/** The text as JSON, exactly these characters: `sha256` is of them. */
		content: text('content').notNull(),
		sha256: text('sha256').notNull(),
		words: integer('words').notNull(),
		handedInBy: uuid('handed_in_by')
			.notNull()
			.references(() => person.id),
		handedInAt: moment('handed_in_at').notNull(),
		isLate: boolean('is_late').notNull(),
		/** Given back, to be looked at again. */
		returnedAt: moment('returned_at')
	},
	(table) => [unique('submission_nth').on(table.groupId, table.nth)]
);

/** Feedback on what was handed in: by a teacher, or by another group. */
export const review = pgTable(
	'review',
	{
		id: id(),
		submissionId: uuid('submission_id')
			.notNull()
			.references(() => submission.id, { onDelete: 'cascade' }),
		by: reviewer('by').notNull(),
		/** Of a peer: the group that looks. */
		groupId: uuid('group_id').references(() => runGroup.id, { onDelete: 'cascade' }),
		/** Who wrote it last. */
		personId: uuid('person_id').references(() => person.id),
		/** The rubric and the questions as they were filled in, with their own words. */
		marks: jsonb('marks').$type<readonly Mark[]>().notNull().default([]),
		answers: jsonb('answers').$type<readonly Answer[]>().notNull().default([]),
		remarks: text('remarks').notNull().default(''),
		/** How often it was saved: who saves over what they did not see is told. */
		revision: integer('revision').notNull().default(0),
		allocatedAt: moment('allocated_at').notNull(),
		/** Null while nobody but who writes it may see it. */
		givenAt: moment('given_at')
	},
	(table) => [
		// One by each other group, and one by who leads.
		unique('review_once').on(table.submissionId, table.groupId).nullsNotDistinct(),
		index('review_group').on(table.groupId),
		check('review_by', sql`(${table.by} = 'peer') = (${table.groupId} is not null)`)
	]
);

/** How much of a hand-in each of the group wrote, and what they say of that themselves. Never a mark. */
export const contribution = pgTable(
	'contribution',
	{
		submissionId: uuid('submission_id')
			.notNull()
			.references(() => submission.id, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		words: integer('words').notNull(),
		/** What they did besides writing, in their own words. */
		says: text('says').notNull().default(''),
		confirmedAt: moment('confirmed_at')
	},
	(table) => [primaryKey({ columns: [table.submissionId, table.personId] })]
);
