import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Anchor } from '#domain/anchors/anchor.ts';
import { id, moment } from './columns.ts';
import { document, part } from './documents.ts';
import { person } from './people.ts';

/** A passage of a study's own text that says what was found. It is there as long as evidence hangs on it. */
export const finding = pgTable(
	'finding',
	{
		id: id(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		passage: jsonb('passage').$type<Anchor>().notNull()
	},
	(table) => [index('finding_document').on(table.documentId)]
);

/**
 * A passage of a case that a study leans on. It quotes case material, so it is told only to who may read that
 * part, and it goes when that goes.
 */
export const evidence = pgTable(
	'evidence',
	{
		id: id(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		partId: uuid('part_id')
			.notNull()
			.references(() => part.id, { onDelete: 'cascade' }),
		passage: jsonb('passage').$type<Anchor>().notNull(),
		/** When the words were as they are quoted. */
		quotedAt: moment('quoted_at').notNull(),
		/** What it shows, in a line. */
		shows: text('shows').notNull().default(''),
		findingId: uuid('finding_id').references(() => finding.id, { onDelete: 'set null' }),
		linkedBy: uuid('linked_by')
			.notNull()
			.references(() => person.id),
		linkedAt: moment('linked_at').notNull()
	},
	(table) => [
		index('evidence_document').on(table.documentId),
		index('evidence_part').on(table.partId),
		index('evidence_finding').on(table.findingId)
	]
);
