import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import type { Criterion, Step } from '#domain/assignments.ts';
import { document } from './documents.ts';

/** What an assignment has besides its text; none until somebody fills it in. */
export const assignment = pgTable('assignment', {
	documentId: uuid('document_id')
		.primaryKey()
		.references(() => document.id, { onDelete: 'cascade' }),
	steps: jsonb('steps').$type<readonly Step[]>().notNull().default([]),
	rubric: jsonb('rubric').$type<readonly Criterion[]>().notNull().default([]),
	questions: jsonb('questions').$type<readonly string[]>().notNull().default([])
});
