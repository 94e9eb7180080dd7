import { z } from 'zod';
import { ANSWER_MAX, REMARKS_MAX, REVIEWERS } from '#domain/feedback.ts';
import { PROGRESS } from '#domain/hand-in.ts';
import { FORMATIONS, GROUP_ROLES, RUN_KINDS } from '#domain/runs.ts';
import { Design } from './design.ts';

// What the machines' door takes and gives about assignments that are given to people.

const id = z.uuid();
const moment = z.iso.datetime();
const named = z.object({ id, name: z.string() });
const titled = z.object({ id, title: z.string() });
const place = z.object({ slug: z.string(), name: z.string() });
const content = z.record(z.string(), z.unknown()).describe('A text as ProseMirror JSON.');
const count = z.number().int();

const listed = z.object({
	id,
	kind: z.enum(RUN_KINDS),
	title: z.string(),
	dueAt: moment.nullable(),
	openedAt: moment,
	endedAt: moment.nullable()
});

export const Runs = z.object({
	runs: z.array(listed.extend({ document: titled, werkplaats: place }))
});

const Member = z.object({
	person: named,
	groupId: id.nullable(),
	role: z.enum(GROUP_ROLES).nullable()
});

const Group = z.object({
	id,
	name: z.string(),
	finalAt: moment.nullable(),
	size: count,
	members: z.array(Member).describe('Empty for who may not know.'),
	texts: z.array(z.object({ partId: id, step: count, words: count })).describe('Which I may read.')
});

export const OpenedRun = listed.extend({
	task: content,
	design: Design,
	formation: z.enum(FORMATIONS),
	groupSize: count,
	isPrivate: z.boolean(),
	closesAt: moment.nullable().describe('After this nothing is handed in any more.'),
	reviews: count.describe('How many other groups look at each work.'),
	isAnonymous: z.boolean(),
	code: z.string().nullable(),
	step: count.nullable(),
	stepBeganAt: moment.nullable(),
	stepEndsAt: moment.nullable(),
	stepClosedAt: moment.nullable(),
	harvestId: id.nullable(),
	assignment: titled,
	werkplaats: place,
	leads: z.boolean(),
	ownGroup: id.nullable().optional().describe('Left out for who takes no part.'),
	groups: z.array(Group),
	waiting: z.array(Member).describe('Who is in no group; for who leads.')
});

export const HandedIn = z.object({ submission: id, nth: count });

const Submission = z.object({
	id,
	nth: count,
	handedInAt: moment,
	by: z.string().nullable().describe('Null for who is not to know whose it is.'),
	isLate: z.boolean(),
	words: count,
	sha256: z.string().describe('Of the text as it was handed in; it never changes.'),
	returnedAt: moment.nullable()
});

const said = {
	marks: z.array(z.object({ criterion: z.string(), level: z.string() })),
	answers: z.array(
		z.object({ question: z.string(), answer: z.string().max(ANSWER_MAX, 'too_long') })
	),
	remarks: z.string().max(REMARKS_MAX, 'too_long')
};

const Given = z.object({
	...{ id, ...said, nth: count, givenAt: moment },
	by: z.enum(REVIEWERS),
	from: z.string().nullable().describe('Null where nobody is to know.')
});

export const Work = z.object({
	run: titled.extend({ kind: z.enum(RUN_KINDS) }),
	group: Group,
	progress: z.enum(PROGRESS),
	dueAt: moment.nullable(),
	closesAt: moment.nullable(),
	isLateNow: z.boolean(),
	mayHandIn: z.string().nullable().describe('Why the group can’t hand in now; null when it can.'),
	submissions: z.array(Submission),
	feedback: z.array(Given),
	toReview: z.array(
		z.object({ id, submission: id, of: z.string().nullable(), givenAt: moment.nullable() })
	),
	contributions: z.array(
		z.object({
			...{ person: named, words: count, share: count, says: z.string() },
			...{ confirmedAt: moment.nullable(), isSelf: z.boolean() }
		})
	)
});

export const ReadSubmission = z.object({
	told: Submission,
	part: id
		.nullable()
		.describe(
			'What it was handed in of, for who may know; what is said beside it is asked for with that.'
		),
	group: named.nullable(),
	content,
	run: titled,
	design: Design,
	feedback: z.array(Given),
	ownReview: id.nullable().describe('The feedback on it that I write.')
});

export const OpenedFeedback = z.object({
	...{ id, ...said, run: titled, submission: id, of: z.string().nullable() },
	by: z.enum(REVIEWERS),
	asks: Design.pick({ rubric: true, questions: true }),
	revision: count,
	givenAt: moment.nullable(),
	mayWrite: z.boolean()
});

export const SavedFeedback = z.object({
	...said,
	revision: count.describe('As it was read: who saves over what somebody else saved is refused.'),
	give: z.boolean().describe('Lets the group see it; from then on it stands still.')
});
