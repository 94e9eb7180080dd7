import { z } from 'zod';
import { FUNCTIONS } from '#domain/functions.ts';
import { COMMENT_MAX, MENTIONS_MAX, REACTIONS } from '#domain/threads.ts';
import { passage } from '../../fields.ts';

// What is said beside a text, as it comes in and goes out through the machines' door.

const id = z.uuid({ error: 'unknown' });
const moment = z.iso.datetime();
const day = z.iso.date({ error: 'date_invalid' }).regex(/^20/, { error: 'date_invalid' });

const WordsMeant = { text: z.string() };
const FunctionMeant = {
	function: z
		.enum(FUNCTIONS, { error: 'unknown' })
		.describe('Everybody with that function in the werkplaats of the document.')
};

/** More pieces than this are not what somebody typed. */
const PIECES_MAX = 500;

const Body = z
	.array(
		z.union([
			z.strictObject(WordsMeant),
			z.strictObject({ person: id.toLowerCase() }),
			z.strictObject(FunctionMeant)
		])
	)
	.max(PIECES_MAX, { error: 'too_long' })
	.describe(
		`Words, and whom one calls by name; ${COMMENT_MAX} characters and ${MENTIONS_MAX} names at most.`
	);

/** Of which text; without either of them, of the part as it is now. */
export const ThreadsQuery = z.object({
	version: id.toLowerCase().optional().describe('A version of this part.'),
	submission: id.toLowerCase().optional().describe('What was handed in of this part.')
});

export const PeopleQuery = ThreadsQuery.extend({
	q: z.string().max(100).optional().describe('A piece of a name.')
});

const SuggestionMeant = z.object({
	person: id.toLowerCase().describe('Whose it is.'),
	key: z.string().min(1).max(200)
});

const OfSuggestion = SuggestionMeant.extend({
	before: z.string().describe('The words that would go, as they were when the thread began.'),
	after: z.string()
});

export const NewThread = z
	.object({
		...passage.partial().shape,
		body: Body,
		assignee: id.toLowerCase().optional().describe('Whose action it is; may read the text.'),
		dueOn: day.optional().describe('The last day of that, as 2026-12-31.'),
		suggestion: SuggestionMeant.optional().describe(
			'The suggestion that it is about, as the text has it now; 409 where it is otherwise.'
		)
	})
	.refine(({ quote, runs }) => (quote === undefined) === (runs === undefined), {
		error: 'required',
		path: ['quote']
	});

export const ThreadPatch = z.object({
	resolved: z.boolean().optional(),
	assignee: id.toLowerCase().nullable().optional(),
	dueOn: day.nullable().optional()
});

export const NewComment = z.object({ body: Body });

export const Sign = z.enum(REACTIONS, { error: 'unknown' });

export const PersonTold = z.object({
	id: z.string().describe('Empty, as is the name, where I am not to know who it is.'),
	name: z.string(),
	function: z.enum(FUNCTIONS).nullable(),
	organisation: z.string().nullable(),
	isSelf: z.boolean()
});

export const CalledPeople = z.object({
	people: z.array(
		PersonTold.extend({ mayRead: z.boolean().describe('Who may not read it is told nothing.') })
	),
	functions: z.array(z.enum(FUNCTIONS)).describe('Of which somebody may read it.')
});

const Comment = z.object({
	...{ id, author: PersonTold, createdAt: moment, editedAt: moment.nullable() },
	body: z.array(
		z.union([
			z.strictObject(WordsMeant),
			z.strictObject({ person: PersonTold }),
			z.strictObject(FunctionMeant)
		])
	),
	removed: z.boolean().describe('By who said it, after which others went on.'),
	reactions: z.array(z.object({ sign: Sign, people: z.array(PersonTold) })),
	may: z.object({ edit: z.boolean(), remove: z.boolean() })
});

const Thread = z.object({
	id,
	standing: z.enum(['same', 'changed', 'detached', 'whole']),
	quote: z
		.string()
		.nullable()
		.describe(
			'Null where it is about the whole text, and where somebody changed or took away words of their own voice, which I do not hold.'
		),
	now: z.string().nullable().describe('What stands there now, where that is not the quote.'),
	passage: passage
		.extend({ alone: z.boolean() })
		.nullable()
		.describe('What stands there now, to find it in the live text.'),
	suggestion: OfSuggestion.nullable(),
	startedBy: PersonTold,
	createdAt: moment,
	changedAt: moment,
	resolved: z.object({ at: moment, by: PersonTold }).nullable(),
	assignee: PersonTold.nullable(),
	dueOn: z.iso.date().nullable(),
	comments: z.array(Comment),
	may: z.object({ reply: z.boolean(), resolve: z.boolean(), assign: z.boolean() })
});

export const OpenedThreads = z.object({
	threads: z
		.array(Thread)
		.describe('In the order of the text; about words that are gone, and about the whole, last.'),
	may: z.object({ comment: z.boolean() })
});
