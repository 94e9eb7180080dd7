import { z } from 'zod';
import { CONCERNS } from '#domain/change-requests.ts';
import { CHECK_ANSWERS, CHECKLIST, REVIEW_PERSPECTIVES } from '#domain/critical-friends.ts';
import { endOfDay } from '#domain/days.ts';
import { FUNCTIONS } from '#domain/functions.ts';
import { PART_KINDS } from '#domain/kinds.ts';
import { ROUND_KINDS } from '#domain/review-rounds.ts';

// What the machines' door takes and gives about feedback, mirrors, policy texts and requests to change findings.

const id = z.uuid({ error: 'unknown' });
const moment = z.iso.datetime();
const words = z.string().max(60_000, { error: 'too_long' });
const count = z.number().int();
const day = z
	.string()
	.refine((written) => endOfDay(written) !== null, { error: 'date_invalid' })
	.describe('As 2026-12-31.');

const person = z.object({
	id,
	name: z.string(),
	function: z.enum(FUNCTIONS).nullable().describe('Null for who takes part nowhere now.'),
	organisation: z.string().nullable(),
	isSelf: z.boolean()
});

const asking = {
	people: z.array(id).max(500).default([]),
	functions: z.array(z.enum(FUNCTIONS)).max(FUNCTIONS.length).default([]),
	message: words.default(''),
	dueOn: day
};

export const NewRound = z.object({ part: id, questions: z.array(words).max(20), ...asking });
export const BegunMirror = z.object({ questions: z.array(words).max(20), ...asking });
export const NewFriends = z.object({ part: id, ...asking });
export const NewMirror = z.object({ plannedFor: day });
export const Replanned = z.object({
	plannedFor: day.nullable().describe('Null: it is called off.')
});
export const NewPolicy = z.object({
	title: words,
	source: words.describe('Whose policy it is: a municipality.'),
	address: words.default(''),
	text: words.describe('As it was pasted: paragraphs by blank lines.')
});
export const NewRequest = z.object({
	...{ who: words, organisation: words, what: words, askedOn: day },
	concern: z.enum(CONCERNS)
});
export const Words = z.object({ words });
export const RoundAnswer = z.object({
	answers: z.array(words).max(20),
	remarks: words.default('')
});
export const Closed = z.object({
	name: words.default('').describe('Of the version that is kept; nothing for a policy text.')
});
export const NewRemark = z.object({
	perspective: z.enum(REVIEW_PERSPECTIVES),
	quote: words.default('').describe('Words of the policy text; empty: about the whole.'),
	body: words
});
export const Checks = z.partialRecord(z.enum(CHECKLIST), z.enum(CHECK_ANSWERS));
export const NewReply = z.object({ remark: id.nullable().default(null), words });

const said = z.object({ words: z.string(), by: person.nullable(), at: moment });

const round = {
	...{ id, kind: z.enum(ROUND_KINDS), part: z.object({ id, kind: z.enum(PART_KINDS) }) },
	standing: z.enum(['planned', 'due', 'overdue', 'open', 'late', 'closed']),
	plannedFor: z.string().nullable(),
	dueOn: z.string().nullable(),
	daysLeft: count.nullable(),
	questions: z.array(z.string()),
	message: z.string(),
	by: person.nullable(),
	begunAt: moment.nullable(),
	closed: z.object({ at: moment, by: person.nullable(), version: id.nullable() }).nullable(),
	progress: z.object({ asked: count, answered: count }),
	changes: said.nullable(),
	mine: z.object({ answeredAt: moment.nullable(), signedAt: moment.nullable() }).nullable(),
	may: z.object({
		...{ open: z.boolean(), talk: z.boolean(), answer: z.boolean(), lead: z.boolean() },
		sayChanges: z.boolean(),
		...{ begin: z.boolean(), plan: z.boolean() }
	})
};

export const Reviewing = z.object({
	rounds: z.array(z.object(round)),
	policies: z.array(
		z.object({
			...{ part: id, title: z.string(), source: z.string() },
			...{ sha256: z.string(), frozenAt: moment }
		})
	),
	requests: z
		.array(
			z.object({
				...{ id, who: z.string(), organisation: z.string(), what: z.string() },
				askedOn: z.string(),
				concern: z.enum(CONCERNS),
				loggedBy: person.nullable(),
				loggedAt: moment,
				answers: z.array(said.extend({ id }))
			})
		)
		.nullable()
		.describe('Null for what is no study.'),
	may: z.object({
		begin: z.array(id).describe('Parts about which I may ask.'),
		...{ planMirror: z.boolean(), keepPolicy: z.boolean(), logRequest: z.boolean() },
		...{ logForOthers: z.boolean(), answerRequest: z.boolean() }
	})
});

const perspective = z.enum(REVIEW_PERSPECTIVES);
const checked = z.partialRecord(z.enum(CHECKLIST), z.enum(CHECK_ANSWERS));
const ReviewedPolicy = z.object({
	...{ title: z.string(), source: z.string(), address: z.string().nullable() },
	sha256: z.string().describe('Of the text as JSON; it never changes.'),
	frozenAt: moment,
	remarks: z.array(
		z.object({
			...{ id, perspective, quote: z.string().nullable(), body: z.string() },
			...{ by: person.nullable(), createdAt: moment, isOwn: z.boolean() },
			isDraft: z.boolean().describe('Mine, and not signed: nobody else reads it.'),
			reply: said.nullable()
		})
	),
	coverage: z.array(z.object({ perspective, remarks: count })),
	reviews: z.array(
		z.object({
			...{ by: person, signedAs: z.enum(FUNCTIONS).nullable(), signedAt: moment, checked }
		})
	),
	checked: checked.nullable(),
	reply: said.nullable(),
	mayReply: z.boolean()
});

export const OpenedRound = z.object({
	...round,
	document: id,
	asked: z
		.array(
			z.object({
				...{ person, function: z.enum(FUNCTIONS).nullable() },
				...{ answeredAt: moment.nullable(), remindedAt: moment.nullable() },
				answer: z.object({ answers: z.array(z.string()), remarks: z.string() }).nullable()
			})
		)
		.describe('Empty for who is not in it.'),
	frozen: z
		.object({
			...{ version: id, words: count, at: moment },
			content: z.record(z.string(), z.unknown()).describe('A text as ProseMirror JSON.')
		})
		.nullable(),
	before: id.nullable().describe('The version of the mirror before this one.'),
	policy: ReviewedPolicy.nullable()
});
