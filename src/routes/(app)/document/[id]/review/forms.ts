import { z } from 'zod';
import { CONCERNS } from '#domain/change-requests.ts';
import {
	CHECK_ANSWERS,
	CHECKLIST,
	REVIEW_PERSPECTIVES,
	type Checked
} from '#domain/critical-friends.ts';
import { endOfDay } from '#domain/days.ts';
import { FUNCTIONS } from '#domain/functions.ts';
import { QUESTIONS_MAX } from '#domain/review-rounds.ts';
import { id as identityField, oneOrMore } from '../../../../fields.ts';

const line = z.string().max(10_000, { error: 'too_long' }).default('');
const words = z.string({ error: 'required' }).max(60_000, { error: 'too_long' });

/** A day as a date field writes it. */
const day = z
	.string({ error: 'required' })
	.min(1, { error: 'required' })
	.refine((written) => endOfDay(written) !== null, { error: 'date_invalid' });

const people = oneOrMore.pipe(z.array(identityField));
const functions = oneOrMore.pipe(z.array(z.enum(FUNCTIONS, { error: 'unknown' })));

/** Whom to ask, before which day. */
export const Friends = z.object({
	part: identityField,
	people,
	functions,
	message: line,
	dueOn: day
});

/** The same with up to three questions (`question.0` …); those that stay empty are not asked. */
const asks = {
	...{ people, functions, message: line, dueOn: day },
	...{ 'question.0': line, 'question.1': line, 'question.2': line }
};

type Asked = Record<`question.${0 | 1 | 2}`, string>;

export const Round = z
	.object({ part: identityField, ...asks })
	.transform((input) => ({ ...input, questions: questionsIn(input) }));
export const Mirror = z
	.object(asks)
	.transform((input) => ({ ...input, questions: questionsIn(input) }));

function questionsIn(input: Asked): string[] {
	const all = [input['question.0'], input['question.1'], input['question.2']];
	return all.slice(0, QUESTIONS_MAX);
}

export const Planned = z.object({ plannedFor: day });
export const Replanned = z.object({ round: identityField, plannedFor: day });
export const CalledOff = z.object({ round: identityField });

export const PolicyText = z.object({ title: line, source: line, address: line, text: words });

export const Request = z.object({
	who: line,
	organisation: line,
	what: line,
	askedOn: day,
	concern: z.enum(CONCERNS, { error: 'required' })
});
export const RequestAnswer = z.object({ request: identityField, words: line });

/** An answer to each question (`answer.0` …), and in general. */
export const Answer = z
	.object({
		remarks: line,
		'answer.0': line,
		'answer.1': line,
		'answer.2': line,
		count: z.coerce.number().int().min(0).max(QUESTIONS_MAX)
	})
	.transform(({ remarks, count, ...given }) => ({
		remarks,
		answers: [given['answer.0'], given['answer.1'], given['answer.2']].slice(0, count)
	}));

export const Closed = z.object({ name: line });
export const Words = z.object({ words: line });
export const Remark = z.object({
	perspective: z.enum(REVIEW_PERSPECTIVES, { error: 'required' }),
	quote: line,
	body: line
});
export const RemarkId = z.object({ remark: identityField });
export const Reply = z.object({
	remark: z.union([z.literal('').transform(() => null), identityField]).default(null),
	words: line
});

/** What was ticked of each item of the list; what was not is left out. */
export const Checks = z
	.partialRecord(z.enum(CHECKLIST), z.enum(CHECK_ANSWERS, { error: 'unknown' }))
	.transform((checked): Checked => checked);
export const Nothing = z.object({});
