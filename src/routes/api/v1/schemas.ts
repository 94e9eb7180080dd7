import { z } from 'zod';
import { VERSION_PURPOSES } from '#domain/case-versions.ts';
import { FUNCTIONS } from '#domain/functions.ts';
import { GATES } from '#domain/gates.ts';
import { PARTIES } from '#domain/parties.ts';
import { KINDS, PART_KINDS, PERSPECTIVES } from '#domain/kinds.ts';
import { LEVELS } from '#domain/levels.ts';
import { PHASES } from '#domain/phases.ts';
import { RELATION_TYPES } from '#domain/relations.ts';
import { SENSITIVITIES } from '#domain/sensitivity.ts';
import { SOURCE_KINDS } from '#domain/sources.ts';
import { STATES } from '#domain/states.ts';
import { TEMPLATE_NAMES } from '#domain/templates/names.ts';
import { passage } from '../../fields.ts';

// What comes in through the machines' door. The page at /api/v1/openapi.json is made of the same schemas.

const names = z.array(z.string().min(1).max(100)).max(50);

export const NewDocument = z.object({
	werkplaats: z.string().min(1).max(100).describe('Id or slug.'),
	kind: z.enum(KINDS),
	title: z.string().max(1000),
	themes: names.optional().describe('Ids or slugs.'),
	domains: names.optional().describe('Ids or slugs.'),
	sensitivity: z.enum(SENSITIVITIES).optional().describe('Without it, that of the template.'),
	template: z
		.string()
		.min(1)
		.max(100)
		.optional()
		.describe(
			`Of its kind: ${TEMPLATE_NAMES.join(', ')}, or the id of one of the werkplaats. Without it, that of the kind.`
		)
});

export const DocumentPatch = z.object({
	title: z.string().max(1000).optional(),
	themes: names.optional(),
	domains: names.optional(),
	state: z.enum(STATES).optional(),
	sensitivity: z.enum(SENSITIVITIES).optional()
});

export const DocumentQuery = z.object({
	werkplaats: z.string().max(100).optional(),
	theme: z.string().max(100).optional(),
	kind: z.enum(KINDS).optional(),
	q: z.string().trim().max(200).optional(),
	limit: z.coerce.number().int().min(1).max(100).optional(),
	before: z.iso.datetime({ offset: true }).optional()
});

export const NewGrant = z.object({
	person: z.string().max(320).optional().describe('Id or e-mail address.'),
	werkplaats: z.string().max(100).optional().describe('Id or slug: everyone in it.'),
	function: z.enum(FUNCTIONS).optional().describe('Only those with this function there.'),
	level: z.enum(LEVELS),
	expiresAt: z.iso.datetime({ offset: true }).optional()
});

export const NewRelation = z.object({
	to: z.uuid({ error: 'unknown' }).describe('The other document, which I may view.'),
	type: z.enum(RELATION_TYPES),
	why: z.string().max(2000).optional()
});

export const NewEvidence = passage.extend({
	part: z.uuid({ error: 'unknown' }).describe('Of a case, which I may read.'),
	shows: z.string().max(1000, 'too_long').optional().describe('What it shows, in a line.')
});

const id = z.uuid();
const moment = z.iso.datetime();
const label = z.object({
	id,
	slug: z.string(),
	name: z.object({ nl: z.string(), en: z.string() })
});

const Part = z.object({
	id,
	kind: z.enum(PART_KINDS),
	perspective: z.enum(PERSPECTIVES).nullable(),
	ability: z.enum(LEVELS).describe("The asker's level on this text.")
});

export const Document = z.object({
	id,
	url: z.url(),
	kind: z.enum(KINDS),
	title: z.string(),
	state: z.enum(STATES),
	sensitivity: z.enum(SENSITIVITIES),
	version: z
		.enum(VERSION_PURPOSES)
		.nullable()
		.describe('Of a copy of a case: what it was made for.'),
	werkplaats: z.object({ id, slug: z.string(), name: z.string() }),
	themes: z.array(label),
	domains: z.array(label),
	createdAt: moment,
	createdBy: z.object({ id, name: z.string() }),
	changedAt: moment,
	deletedAt: moment.nullable(),
	preview: z.string(),
	words: z.number().int(),
	abilities: z.record(z.string(), z.union([z.boolean(), z.enum(LEVELS)]))
});

export const OpenedDocument = Document.extend({
	parts: z.array(Part),
	nextStates: z.array(z.enum(STATES))
});

const by = z.object({ id, name: z.string() });

const said = z
	.object({ by, at: moment })
	.nullable()
	.describe('Whose words they are; null of what is empty.');

export const Study = z.object({
	cycles: z.array(
		z.object({
			part: id.describe('The part with its text.'),
			number: z.number().int(),
			phase: z.enum(PHASES),
			removable: z.boolean().describe('The last one, in which nothing is written.')
		})
	),
	gates: z.array(
		z.object({
			gate: z.enum(GATES),
			state: z.enum(['open', 'ready', 'signed']),
			items: z.array(z.object({ item: z.string(), tick: z.object({ by, at: moment }).nullable() })),
			signature: z
				.object({ by, at: moment, withdrawn: z.object({ by, at: moment }).nullable() })
				.nullable()
		})
	),
	sources: z.array(
		z.object({
			id,
			kind: z.enum(SOURCE_KINDS),
			text: z.string(),
			address: z.url().nullable(),
			addedBy: by,
			addedAt: moment
		})
	),
	waitsFor: z.array(z.enum(GATES)).describe('Gates that field work waits for: nobody signed them.'),
	missing: z.array(z.enum(SOURCE_KINDS)).describe('Kinds of which there is no source yet.'),
	closings: z
		.array(
			z.object({
				party: z.enum(PARTIES),
				change: z.string().describe('What it does differently, in its own words.'),
				changeSaid: said,
				reason: z.string().describe('Or why it does nothing yet.'),
				reasonSaid: said
			})
		)
		.describe('What each party does differently after the study, as far as that is known.'),
	silent: z.array(z.enum(PARTIES)).describe('Parties of which nothing is known yet.'),
	speaksFor: z
		.enum(PARTIES)
		.nullable()
		.describe(
			'The party for which the asker may say it; null too where words of somebody else of it stand.'
		)
});

const fared = {
	state: z.enum(['stands', 'changed', 'lost']),
	now: z.string().nullable().describe('What stands there now, where that is not the quote.')
};

export const Evidence = z.object({
	evidence: z.array(
		z.object({
			id,
			finding: id.nullable(),
			opened: z
				.object({
					...fared,
					quote: z
						.string()
						.nullable()
						.describe(
							'Null where somebody changed or took away words of their own voice, which I do not hold.'
						),
					quotedAt: moment,
					shows: z.string(),
					linkedBy: by,
					linkedAt: moment,
					part: z.object({
						...{ id, kind: z.enum(PART_KINDS), perspective: z.enum(PERSPECTIVES).nullable() },
						label: z.string()
					}),
					case: z.object({ id, title: z.string() })
				})
				.nullable()
				.describe('Null where I may not read the passage.')
		})
	),
	findings: z.array(
		z.object({
			id,
			opened: z
				.object({
					...fared,
					quote: z.string(),
					part: id,
					passage: passage.extend({ before: z.string(), after: z.string(), alone: z.boolean() })
				})
				.nullable()
		})
	)
});

export const Made = z.object({ id });

const place = z.object({ id, slug: z.string(), name: z.string() });

export const Me = z.object({
	id,
	name: z.string(),
	email: z.email(),
	language: z.enum(['nl', 'en']),
	administrator: z.boolean(),
	memberships: z
		.array(
			z.object({
				id,
				werkplaats: place.nullable().describe('Null is the network.'),
				function: z.enum(FUNCTIONS),
				organisation: z.object({ id, name: z.string() }).nullable(),
				until: moment.nullable()
			})
		)
		.describe('Those that hold now.')
});

export const Werkplaatsen = z.object({
	werkplaatsen: z.array(
		place.extend({ carrier: z.string(), provinces: z.array(z.string()), url: z.url() })
	)
});

export const Themes = z.object({ themes: z.array(label.extend({ url: z.url() })) });

export const Grants = z.object({
	grants: z.array(
		z.object({
			id,
			level: z.enum(LEVELS),
			function: z.enum(FUNCTIONS).nullable(),
			expiresAt: moment.nullable(),
			personId: id.nullable(),
			personName: z.string().nullable(),
			werkplaatsId: id.nullable(),
			werkplaatsName: z.string().nullable()
		})
	)
});

export const Relations = z.object({
	relations: z
		.array(
			z.object({
				id,
				type: z.enum(RELATION_TYPES),
				direction: z
					.enum(['to', 'from'])
					.describe('Whether this document says it of the other, or the other of this.'),
				why: z.string(),
				at: moment,
				by: z.object({ id, name: z.string() }),
				document: z.object({
					...{ id, kind: z.enum(KINDS), title: z.string(), state: z.enum(STATES) },
					werkplaats: place
				}),
				mayRemove: z.boolean()
			})
		)
		.describe('Those of which I may view the other document.')
});

export const Failure = z.object({
	error: z.object({
		code: z.string(),
		message: z.string(),
		fields: z.record(z.string(), z.object({ code: z.string(), message: z.string() })).optional()
	})
});
