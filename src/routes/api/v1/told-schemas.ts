import { z } from 'zod';
import { KINDS } from '#domain/kinds.ts';
import { BOXES, WATCHINGS } from '#domain/told.ts';

// What people are told through the machines' door, and what they want to hear of.

const id = z.uuid();
const moment = z.iso.datetime();

export const InboxQuery = z.object({
	box: z.enum(BOXES).optional(),
	unread: z
		.enum(['yes', 'no'])
		.optional()
		.transform((only) => only === 'yes'),
	before: z.iso.datetime({ offset: true }).optional()
});

export const ReadWhat = z.union(
	[
		z.strictObject({ ids: z.array(id).min(1).max(200) }),
		z.strictObject({ document: id }),
		z.strictObject({ all: z.literal(true) })
	],
	{ error: 'invalid' }
);

const named = z.string().min(1).max(100);

export const WatchedQuery = z.object({
	document: id.optional(),
	theme: named.optional().describe('Id or slug.'),
	werkplaats: named.optional().describe('Id or slug.')
});

export const NewWatch = WatchedQuery.extend({
	watching: z
		.enum(WATCHINGS)
		.describe('`muted` is for documents; `unsaid` takes back what was said of it.')
});

const Unread = z.object({ mine: z.number().int(), updates: z.number().int() });

const Item = z.object({
	id,
	box: z.enum(BOXES),
	words: z.string(),
	by: z
		.object({ id, name: z.string() })
		.nullable()
		.describe('Null: nobody, or nobody who is told of.'),
	at: moment,
	read: z.boolean(),
	quote: z.string().nullable(),
	thread: id.nullable(),
	href: z.string()
});

export const Inbox = z.object({
	unread: Unread,
	groups: z.array(
		z.object({
			key: id,
			title: z.string(),
			kind: z.enum(KINDS),
			document: id,
			href: z.string(),
			muted: z.boolean(),
			unread: z.number().int(),
			talks: z.array(z.object({ thread: id.nullable(), items: z.array(Item) }))
		})
	),
	next: moment.nullable().describe('For `before` of the next page; null on the last one.')
});

export const WatchStanding = z.object({
	said: z.enum(WATCHINGS),
	because: z
		.enum(['hand', 'theme', 'werkplaats'])
		.nullable()
		.describe(
			'Why I hear of it when I say nothing: I have a hand in it, or watch what it belongs to.'
		),
	follows: z.boolean()
});
