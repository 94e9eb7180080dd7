import { sql } from 'drizzle-orm';
import { check, date, index, jsonb, pgEnum, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { Anchor } from '#domain/anchors/anchor.ts';
import { REACTIONS, type CommentBody, type OfSuggestion } from '#domain/threads.ts';
import { createdAt, id, moment } from './columns.ts';
import { document, part } from './documents.ts';
import { person } from './people.ts';
import { submission } from './submissions.ts';
import { version } from './versions.ts';

export const reactionSign = pgEnum('reaction_sign', REACTIONS);

/**
 * A conversation beside a passage: of a part's text, or of one as it was frozen. It holds on to the words by what
 * they are, so nothing of it is in the text.
 */
export const thread = pgTable(
	'thread',
	{
		id: id(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		/** On a frozen version of that part, or on what was handed in of it; at most one. */
		versionId: uuid('version_id').references(() => version.id, { onDelete: 'cascade' }),
		submissionId: uuid('submission_id').references(() => submission.id, { onDelete: 'cascade' }),
		/** Null: about the text as a whole. */
		passage: jsonb('passage').$type<Anchor>(),
		/** The suggestion that is talked about; the thread stays when that is decided. */
		suggestion: jsonb('suggestion').$type<OfSuggestion>(),
		startedBy: uuid('started_by')
			.notNull()
			.references(() => person.id),
		createdAt: createdAt(),
		/** The last thing that was said or done in it. */
		changedAt: moment('changed_at').notNull().defaultNow(),
		resolvedAt: moment('resolved_at'),
		resolvedBy: uuid('resolved_by').references(() => person.id),
		/** An action: whose it is, and before which day. */
		assigneeId: uuid('assignee_id').references(() => person.id, { onDelete: 'set null' }),
		dueOn: date('due_on')
	},
	(table) => [
		index('thread_part').on(table.partId, table.createdAt),
		index('thread_document').on(table.documentId),
		index('thread_assignee').on(table.assigneeId),
		check('thread_one_place', sql`num_nonnulls(${table.versionId}, ${table.submissionId}) <= 1`),
		check('thread_resolved', sql`(${table.resolvedAt} is null) = (${table.resolvedBy} is null)`)
	]
);

export const comment = pgTable(
	'comment',
	{
		id: id(),
		threadId: uuid('thread_id')
			.notNull()
			.references(() => thread.id, { onDelete: 'cascade' }),
		authorId: uuid('author_id')
			.notNull()
			.references(() => person.id),
		/** Empty once it was taken away: that something stood there is told, as others answered it. */
		body: jsonb('body').$type<CommentBody>().notNull(),
		createdAt: createdAt(),
		editedAt: moment('edited_at'),
		deletedAt: moment('deleted_at')
	},
	(table) => [index('comment_thread').on(table.threadId, table.createdAt)]
);

export const reaction = pgTable(
	'reaction',
	{
		commentId: uuid('comment_id')
			.notNull()
			.references(() => comment.id, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		sign: reactionSign('sign').notNull()
	},
	(table) => [primaryKey({ columns: [table.commentId, table.personId, table.sign] })]
);
