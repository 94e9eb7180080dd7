import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Content } from '#domain/content/schema.ts';
import { moment } from './columns.ts';
import { document } from './documents.ts';

/** A document that was taken over from another, to be done another way here. */
export const variant = pgTable('variant', {
	documentId: uuid('document_id')
		.primaryKey()
		.references(() => document.id, { onDelete: 'cascade' }),
	/** Why it is done another way. */
	why: text('why').notNull(),
	takenAt: moment('taken_at').notNull()
});

/** From what it was taken. Where that is destroyed, what stood in it goes along. */
export const variantOrigin = pgTable(
	'variant_origin',
	{
		documentId: uuid('document_id')
			.primaryKey()
			.references(() => variant.documentId, { onDelete: 'cascade' }),
		originId: uuid('origin_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		/** Its text at that moment; never changed. */
		taken: jsonb('taken').$type<Content>().notNull()
	},
	(table) => [index('variant_origin_origin').on(table.originId)]
);
