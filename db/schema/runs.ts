import { sql } from 'drizzle-orm';
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
import type { AssignmentDesign } from '#domain/assignments.ts';
import type { Content } from '#domain/content/schema.ts';
import { FORMATIONS, GROUP_ROLES, RUN_KINDS } from '#domain/runs.ts';
import { id, moment } from './columns.ts';
import { document, part } from './documents.ts';
import { person } from './people.ts';

export const runKind = pgEnum('run_kind', RUN_KINDS);
export const formation = pgEnum('formation', FORMATIONS);
export const groupRole = pgEnum('group_role', GROUP_ROLES);

/** An assignment that is given to people, with everything as it was when it was given. */
export const run = pgTable(
	'run',
	{
		id: id(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		kind: runKind('kind').notNull(),
		title: text('title').notNull(),
		/** What participants read of the assignment: its text then, never the guide's sheet. */
		task: jsonb('task').$type<Content>().notNull(),
		design: jsonb('design').$type<AssignmentDesign>().notNull(),
		formation: formation('formation').notNull(),
		groupSize: integer('group_size').notNull(),
		/** Who leads it does not read along. */
		isPrivate: boolean('is_private').notNull().default(false),
		dueAt: moment('due_at'),
		/** After this nothing is handed in any more. */
		closesAt: moment('closes_at'),
		/** How many other groups look at each work. */
		reviews: integer('reviews').notNull().default(0),
		/** Groups don't learn who looked at their work. */
		isAnonymous: boolean('is_anonymous').notNull().default(false),
		openedBy: uuid('opened_by')
			.notNull()
			.references(() => person.id),
		openedAt: moment('opened_at').notNull(),
		/** Nobody joins or writes any more. */
		endedAt: moment('ended_at'),
		/** Of a workshop: with what people come in. */
		code: text('code').unique(),
		/** Of a workshop: the round that it is in, or was in last; null before the first. */
		step: integer('step'),
		stepBeganAt: moment('step_began_at'),
		/** Until when the round goes on, as who leads it says; nothing happens by itself at that moment. */
		stepEndsAt: moment('step_ends_at'),
		/** From then nobody writes in the texts of this round. */
		stepClosedAt: moment('step_closed_at'),
		/** The document that was made of what all groups wrote. */
		harvestId: uuid('harvest_id').references(() => document.id, { onDelete: 'set null' })
	},
	(table) => [
		index('run_document').on(table.documentId, table.openedAt),
		check('run_code', sql`(${table.code} is not null) = (${table.kind} = 'workshop')`)
	]
);

export const runGroup = pgTable(
	'run_group',
	{
		id: id(),
		runId: uuid('run_id')
			.notNull()
			.references(() => run.id, { onDelete: 'cascade' }),
		position: integer('position').notNull(),
		name: text('name').notNull(),
		/** Its work is done: nobody writes in it any more. */
		finalAt: moment('final_at'),
		finalBy: uuid('final_by').references(() => person.id)
	},
	(table) => [unique('run_group_position').on(table.runId, table.position)]
);

/** Who takes part in a run. */
export const runMember = pgTable(
	'run_member',
	{
		runId: uuid('run_id')
			.notNull()
			.references(() => run.id, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** Null: in no group yet. */
		groupId: uuid('group_id').references(() => runGroup.id, { onDelete: 'set null' }),
		role: groupRole('role'),
		joinedAt: moment('joined_at').notNull()
	},
	(table) => [
		// Once in a run, so in one group of it.
		primaryKey({ columns: [table.runId, table.personId] }),
		index('run_member_person').on(table.personId),
		index('run_member_group').on(table.groupId)
	]
);

/** What a group writes in one round; a class has one text for all its weeks, in round 0. */
export const runText = pgTable(
	'run_text',
	{
		partId: uuid('part_id')
			.primaryKey()
			.references(() => part.id, { onDelete: 'cascade' }),
		groupId: uuid('group_id')
			.notNull()
			.references(() => runGroup.id, { onDelete: 'cascade' }),
		step: integer('step').notNull()
	},
	(table) => [unique('run_text_step').on(table.groupId, table.step)]
);

/** Who takes part in a workshop without an account: what they were told, and agreed to. */
export const visitor = pgTable(
	'visitor',
	{
		personId: uuid('person_id')
			.primaryKey()
			.references(() => person.id, { onDelete: 'cascade' }),
		runId: uuid('run_id')
			.notNull()
			.references(() => run.id, { onDelete: 'cascade' }),
		consentedAt: moment('consented_at').notNull(),
		/** Their name is gone: it ended, or they asked for it. */
		forgottenAt: moment('forgotten_at')
	},
	(table) => [index('visitor_run').on(table.runId)]
);
