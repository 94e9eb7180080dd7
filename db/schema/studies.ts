import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment } from './columns.ts';
import { party } from './agenda.ts';
import { document, part } from './documents.ts';
import { cyclePhase, gate, sourceKind } from './enums.ts';
import { person } from './people.ts';

/** What is known of a part that is a cycle of action research, beside its text. */
export const cycle = pgTable('cycle', {
	partId: uuid('part_id')
		.primaryKey()
		.references(() => part.id, { onDelete: 'cascade' }),
	/** The first of its study is 1. */
	number: integer('number').notNull(),
	phase: cyclePhase('phase').notNull().default('orient')
});

/** An item of a gate's list that is in order, and who says so; without a row it is not. */
export const gateTick = pgTable(
	'gate_tick',
	{
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		/** As the rule book lists them; one that it lists no more counts for nothing. */
		item: text('item').notNull(),
		tickedBy: uuid('ticked_by')
			.notNull()
			.references(() => person.id),
		tickedAt: moment('ticked_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.documentId, table.item] })]
);

/** A lector's signature under a gate. Withdrawn it stays, so that everybody sees that it was there. */
export const gateSignature = pgTable(
	'gate_signature',
	{
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		gate: gate('gate').notNull(),
		signedBy: uuid('signed_by')
			.notNull()
			.references(() => person.id),
		signedAt: moment('signed_at').notNull(),
		/** Who took away a tick under it, and when. */
		withdrawnBy: uuid('withdrawn_by').references(() => person.id),
		withdrawnAt: moment('withdrawn_at')
	},
	(table) => [
		primaryKey({ columns: [table.documentId, table.gate] }),
		check(
			'gate_signature_withdrawn',
			sql`(${table.withdrawnBy} is null) = (${table.withdrawnAt} is null)`
		)
	]
);

/** Where a study has its knowledge from: research, practice or experience. */
export const source = pgTable(
	'source',
	{
		id: id(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		kind: sourceKind('kind').notNull(),
		/** As written: a reference in APA, or a sentence. */
		text: text('text').notNull(),
		address: text('address'),
		position: integer('position').notNull(),
		addedBy: uuid('added_by')
			.notNull()
			.references(() => person.id),
		addedAt: moment('added_at').notNull()
	},
	(table) => [index('source_document').on(table.documentId, table.position)]
);

/** What a party of the werkplaats does differently after a study; or why it does nothing yet. */
export const studyClosing = pgTable(
	'study_closing',
	{
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		party: party('party').notNull(),
		/** In words of the party itself. */
		change: text('change').notNull().default(''),
		/** Why it does nothing yet, by whoever manages the study. */
		reason: text('reason').notNull().default(''),
		/** Whose words each of them is; of nobody while it is empty. */
		changeBy: uuid('change_by').references(() => person.id),
		changeAt: moment('change_at'),
		reasonBy: uuid('reason_by').references(() => person.id),
		reasonAt: moment('reason_at'),
		/** Who did the last to the row. */
		saidBy: uuid('said_by')
			.notNull()
			.references(() => person.id),
		saidAt: moment('said_at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.documentId, table.party] }),
		check('study_closing_change', sql`(${table.changeBy} is null) = (${table.changeAt} is null)`),
		check('study_closing_reason', sql`(${table.reasonBy} is null) = (${table.reasonAt} is null)`)
	]
);
