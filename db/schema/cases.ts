import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment as at } from './columns.ts';
import { document, part } from './documents.ts';
import { perspective, telling } from './enums.ts';
import { invitation, person } from './people.ts';

/** What a case is about, coarse enough that nobody is found by it. */
export const caseHead = pgTable('case_head', {
	documentId: uuid('document_id')
		.primaryKey()
		.references(() => document.id, { onDelete: 'cascade' }),
	pseudonym: text('pseudonym').notNull().default(''),
	period: text('period').notNull().default(''),
	region: text('region').notNull().default(''),
	/** Leefgebieden, by their names in the rule book. */
	areas: text('areas').array().notNull().default([]),
	/** A group of the list of this year, by its name in the rule book. */
	group: text('group'),
	groupList: integer('group_list')
});

/** The moments of a case, in the order in which they happened. */
export const moment = pgTable(
	'moment',
	{
		id: id(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		position: integer('position').notNull(),
		title: text('title').notNull(),
		period: text('period').notNull().default('')
	},
	(table) => [index('moment_document').on(table.documentId, table.position)]
);

/** What a part that is a voice has besides its text; its holders are the grants on it. */
export const voice = pgTable('voice', {
	partId: uuid('part_id')
		.primaryKey()
		.references(() => part.id, { onDelete: 'cascade' }),
	/** Apart from others of its party: the discipline of a professional, most often. */
	label: text('label').notNull().default(''),
	telling: telling('telling').notNull().default('own'),
	/** Who noted it down, or tells it for somebody. */
	teller: text('teller').notNull().default('')
});

/** Who accepts this invitation takes part in one case: they hold this voice, and hear the case it is in. */
export const voiceInvitation = pgTable('voice_invitation', {
	invitationId: text('invitation_id')
		.primaryKey()
		.references(() => invitation.id, { onDelete: 'cascade' }),
	partId: uuid('part_id')
		.notNull()
		.references(() => part.id, { onDelete: 'cascade' })
});

/** What changes for a party now that the case is told; or why nothing does. */
export const closing = pgTable(
	'closing',
	{
		documentId: uuid('document_id')
			.notNull()
			.references(() => document.id, { onDelete: 'cascade' }),
		perspective: perspective('perspective').notNull(),
		/** In words of the party itself. */
		change: text('change').notNull().default(''),
		/** Why the party says nothing, by whoever arranges the case. */
		reason: text('reason').notNull().default(''),
		byId: uuid('by_id')
			.notNull()
			.references(() => person.id),
		at: at('at').notNull()
	},
	(table) => [primaryKey({ columns: [table.documentId, table.perspective] })]
);
