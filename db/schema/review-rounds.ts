import { sql } from 'drizzle-orm';
import {
	check,
	date,
	index,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	uuid
} from 'drizzle-orm/pg-core';
import type { Anchor } from '#domain/anchors/anchor.ts';
import type { Checked } from '#domain/critical-friends.ts';
import { CONCERNS } from '#domain/change-requests.ts';
import { ROUND_KINDS } from '#domain/review-rounds.ts';
import { createdAt, id, moment } from './columns.ts';
import { document, part } from './documents.ts';
import { perspective, werkplaatsFunction } from './enums.ts';
import { person } from './people.ts';
import { version } from './versions.ts';

export const roundKind = pgEnum('round_kind', ROUND_KINDS);
export const requestConcern = pgEnum('request_concern', CONCERNS);

/** People asked about a text as it was at a moment; a mirror first is an appointment. */
export const reviewRound = pgTable(
	'review_round',
	{
		id: id(),
		kind: roundKind('kind').notNull(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		/** What who is asked reads. Gone when that text had to be forgotten. */
		versionId: uuid('version_id').references(() => version.id, { onDelete: 'set null' }),
		/** Of a mirror: the day that it is planned for, and when people were told that it had come. */
		plannedFor: date('planned_for'),
		toldAt: moment('told_at'),
		questions: text('questions').array().notNull(),
		/** What who asks says with it. */
		message: text('message').notNull().default(''),
		dueOn: date('due_on'),
		/** Who planned it, or who asks. */
		madeBy: uuid('made_by')
			.notNull()
			.references(() => person.id),
		createdAt: createdAt(),
		begunAt: moment('begun_at'),
		closedAt: moment('closed_at'),
		closedBy: uuid('closed_by').references(() => person.id),
		/** What the text was when it was closed. */
		closedVersionId: uuid('closed_version_id').references(() => version.id, {
			onDelete: 'set null'
		}),
		/** What the team does with it, in its own words. */
		changes: text('changes').notNull().default(''),
		changesBy: uuid('changes_by').references(() => person.id),
		changesAt: moment('changes_at'),
		/** Of a policy text: what the municipality answers to it as a whole. */
		reply: text('reply').notNull().default(''),
		replyBy: uuid('reply_by').references(() => person.id),
		replyAt: moment('reply_at')
	},
	(table) => [
		index('review_round_document').on(table.documentId, table.createdAt),
		index('review_round_planned')
			.on(table.plannedFor)
			.where(sql`${table.begunAt} is null`),
		check(
			'review_round_planned_kind',
			sql`${table.kind} = 'mirror' or ${table.begunAt} is not null`
		),
		check('review_round_closed', sql`(${table.closedAt} is null) = (${table.closedBy} is null)`)
	]
);

/** Who was asked, and what they answered. */
export const roundAsked = pgTable(
	'round_asked',
	{
		roundId: uuid('round_id')
			.notNull()
			.references(() => reviewRound.id, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** Asked as everybody with this function; null for who was asked by name. */
		function: werkplaatsFunction('function'),
		askedAt: moment('asked_at').notNull(),
		remindedAt: moment('reminded_at'),
		/** One to each question, in their order; empty where nothing was said. */
		answers: text('answers').array().notNull().default([]),
		remarks: text('remarks').notNull().default(''),
		answeredAt: moment('answered_at'),
		/** Of a policy text: what the citizen comes for. */
		checked: jsonb('checked').$type<Checked>().notNull().default({}),
		signedAt: moment('signed_at'),
		/** As what they signed: a function can end, a signature stays. */
		signedAs: werkplaatsFunction('signed_as')
	},
	(table) => [
		primaryKey({ columns: [table.roundId, table.personId] }),
		index('round_asked_person').on(table.personId)
	]
);

/** What somebody says of a policy text, through somebody's eyes; it stands still once its author signed. */
export const policyRemark = pgTable(
	'policy_remark',
	{
		id: id(),
		roundId: uuid('round_id')
			.notNull()
			.references(() => reviewRound.id, { onDelete: 'cascade' }),
		authorId: uuid('author_id')
			.notNull()
			.references(() => person.id),
		perspective: perspective('perspective').notNull(),
		/** Null: of the text as a whole. */
		passage: jsonb('passage').$type<Anchor>(),
		body: text('body').notNull(),
		createdAt: createdAt(),
		reply: text('reply').notNull().default(''),
		replyBy: uuid('reply_by').references(() => person.id),
		replyAt: moment('reply_at')
	},
	(table) => [index('policy_remark_round').on(table.roundId, table.createdAt)]
);

/** What is known of a part that is a policy text, beside its words. No row changes. */
export const policyText = pgTable('policy_text', {
	partId: uuid('part_id')
		.primaryKey()
		.references(() => part.id, { onDelete: 'cascade' }),
	title: text('title').notNull(),
	/** Whose policy it is, as written: a municipality. */
	source: text('source').notNull(),
	address: text('address'),
	/** Of the text as JSON, to see that it is still the same. */
	sha256: text('sha256').notNull(),
	frozenBy: uuid('frozen_by')
		.notNull()
		.references(() => person.id),
	frozenAt: moment('frozen_at').notNull()
});

/** Somebody asked to change what was found. Nobody takes a row away. */
export const changeRequest = pgTable(
	'change_request',
	{
		id: id(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		/** As written: often somebody without an account. */
		who: text('who').notNull(),
		organisation: text('organisation').notNull(),
		what: text('what').notNull(),
		askedOn: date('asked_on').notNull(),
		concern: requestConcern('concern').notNull(),
		loggedBy: uuid('logged_by')
			.notNull()
			.references(() => person.id),
		loggedAt: moment('logged_at').notNull()
	},
	(table) => [index('change_request_document').on(table.documentId, table.askedOn)]
);

/** What was answered to it: each answer stays, also when another follows. */
export const changeAnswer = pgTable(
	'change_answer',
	{
		id: id(),
		requestId: uuid('request_id')
			.notNull()
			.references(() => changeRequest.id, { onDelete: 'cascade' }),
		words: text('words').notNull(),
		answeredBy: uuid('answered_by')
			.notNull()
			.references(() => person.id),
		answeredAt: moment('answered_at').notNull()
	},
	(table) => [index('change_answer_request').on(table.requestId, table.answeredAt)]
);
