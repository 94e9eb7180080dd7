import { z } from 'zod';
import { PART_KINDS, PERSPECTIVES } from '#domain/kinds.ts';
import { VERSION_NAME_MAX, VERSION_REASONS } from '#domain/versions.ts';
import { NOW } from '#server/history.ts';
import { PersonTold } from './thread-schemas.ts';

// What the machines' door takes and gives of the history of a text.

const id = z.uuid();
const moment = z.iso.datetime();

export const NewVersion = z.object({ name: z.string().max(VERSION_NAME_MAX * 4) });

export const PassageBack = z.object({
	keys: z
		.array(z.string().min(1).max(200))
		.min(1)
		.max(1000)
		.describe('Of one change, as it is told between this version and "now".')
});

const Version = z.object({
	id,
	reason: z.enum(VERSION_REASONS),
	name: z.string().nullable(),
	createdAt: moment,
	words: z.number().int(),
	more: z.number().int().describe('Than in the version before; below nought fewer.'),
	writers: z.array(PersonTold).describe('Who wrote since the version before.'),
	madeBy: PersonTold.nullable(),
	restored: z
		.object({ id, createdAt: moment })
		.nullable()
		.describe('The older one that was put back and so became this one.')
});

export const History = z.object({
	part: z.object({
		...{ id, document: id, kind: z.enum(PART_KINDS) },
		perspective: z.enum(PERSPECTIVES).nullable()
	}),
	days: z
		.array(z.object({ day: z.iso.date(), versions: z.array(Version) }))
		.describe('The latest first.'),
	may: z.object({ restore: z.boolean() })
});

export const ComparisonQuery = z.object({
	with: z
		.string()
		.optional()
		.describe(`Another version, or "${NOW}"; without it the version before this one.`)
});

export const Comparison = z.object({
	version: Version.nullable().describe('The later of the two; null is the text of now.'),
	with: Version.nullable().describe('The earlier of the two; null is before there was any text.'),
	content: z.looseObject({ type: z.literal('doc') }).describe('The later text.'),
	changes: z.array(
		z.object({
			nth: z.number().int(),
			does: z.enum(['add', 'remove', 'replace', 'restyle', 'blocks']),
			added: z.string(),
			removed: z.string(),
			people: z.array(id).describe('Who wrote what was added.'),
			keys: z.array(z.string()).describe('The pieces that make it, to put them back.')
		})
	),
	people: z.array(PersonTold),
	isSame: z.boolean()
});

const words = z.number().int();
const People = z.array(PersonTold.extend({ words }));
const Passages = z.array(
	z.object({
		line: z
			.object({ nth: z.number().int(), text: z.string() })
			.describe('A line of the text, counted in its order, and what it says.'),
		from: z.number().int(),
		to: z.number().int(),
		person: id
	})
);

export const News = z.object({ since: moment, words, people: People, passages: Passages });

export const Writers = z.object({ people: People, passages: Passages });
