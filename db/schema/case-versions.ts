import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	integer,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	uuid
} from 'drizzle-orm/pg-core';
import { VERSION_PURPOSES } from '#domain/case-versions.ts';
import { id, moment } from './columns.ts';
import { document, part } from './documents.ts';
import { perspective, telling } from './enums.ts';
import { person } from './people.ts';

export const versionPurpose = pgEnum('version_purpose', VERSION_PURPOSES);
export const versionAnswer = pgEnum('version_answer', ['yes', 'no']);

/** A document that is a copy of a case, made for this purpose. */
export const caseVersion = pgTable(
	'case_version',
	{
		documentId: uuid('document_id')
			.primaryKey()
			.references(() => document.id, { onDelete: 'cascade' }),
		/** Null once the case was destroyed: what was agreed about the copy holds. */
		sourceId: uuid('source_id').references(() => document.id, { onDelete: 'set null' }),
		purpose: versionPurpose('purpose').notNull(),
		madeBy: uuid('made_by')
			.notNull()
			.references(() => person.id),
		madeAt: moment('made_at').notNull()
	},
	(table) => [index('case_version_source').on(table.sourceId)]
);

/** A voice that tells in a version, as it was called when that was made. */
export const versionVoice = pgTable(
	'version_voice',
	{
		id: id(),
		documentId: uuid('document_id')
			.notNull()
			.references(() => caseVersion.documentId, { onDelete: 'cascade' }),
		position: integer('position').notNull(),
		/** The voice in the case; null once that is gone. By it a refusal is known again in another version. */
		partId: uuid('part_id').references(() => part.id, { onDelete: 'set null' }),
		perspective: perspective('perspective').notNull(),
		label: text('label').notNull(),
		telling: telling('telling').notNull(),
		/** Why nobody can be asked, by who manages the version, and of which text that was said. */
		excuse: text('excuse'),
		excusedOn: text('excused_on'),
		excusedBy: uuid('excused_by').references(() => person.id)
	},
	(table) => [
		index('version_voice_document').on(table.documentId, table.position),
		index('version_voice_part').on(table.partId),
		check(
			'version_voice_excuse',
			sql`num_nulls(${table.excuse}, ${table.excusedOn}, ${table.excusedBy}) in (0, 3)`
		)
	]
);

/** Who told what is in that voice, and what they say of how it stands in which text. */
export const versionHolder = pgTable(
	'version_holder',
	{
		voiceId: uuid('voice_id')
			.notNull()
			.references(() => versionVoice.id, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** They read the version by holding the voice, and nobody gave it to them by name since. */
		readsByVoice: boolean('reads_by_voice').notNull().default(false),
		says: versionAnswer('says'),
		saidOn: text('said_on'),
		saidAt: moment('said_at')
	},
	(table) => [
		primaryKey({ columns: [table.voiceId, table.personId] }),
		check(
			'version_holder_answer',
			sql`num_nulls(${table.says}, ${table.saidOn}, ${table.saidAt}) in (0, 3)`
		)
	]
);

/** Who read a version along, for whether anybody can be found by it, and which text that was. */
export const versionReader = pgTable(
	'version_reader',
	{
		documentId: uuid('document_id')
			.notNull()
			.references(() => caseVersion.documentId, { onDelete: 'cascade' }),
		personId: uuid('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** What they looked for, as the rule book listed it then. */
		items: text('items').array().notNull(),
		readOn: text('read_on').notNull(),
		readAt: moment('read_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.documentId, table.personId] })]
);
