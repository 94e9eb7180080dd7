import { z } from 'zod';
import { QUOTE_MAX } from '#domain/anchors/anchor.ts';
import { endOfDay } from '#domain/days.ts';
import { FUNCTIONS } from '#domain/functions.ts';
import { oneLine } from '#domain/line.ts';

// What people fill in, in the forms about themselves and about places. Messages are codes of sentences.

const NAME_MAX = 100;

const emptyAsNull = (value: unknown) => (value === '' || value === undefined ? null : value);

export const name = z
	.string({ error: 'name_missing' })
	.transform(oneLine)
	.pipe(z.string().min(1, 'name_missing').max(NAME_MAX, 'name_too_long'));

export const email = z
	.string({ error: 'email_invalid' })
	.trim()
	.pipe(z.email({ error: 'email_invalid' }).max(320, 'email_invalid'));

/** Not trimmed, not judged: that is for the use case. */
export const password = z.string({ error: 'password_missing' }).min(1, 'password_missing');

export const language = z.enum(['nl', 'en'], { error: 'unknown' });

export const werkplaatsFunction = z.enum(FUNCTIONS, { error: 'unknown' });

/** The id of a row; made up ones name nothing. */
export const id = z.uuid({ error: 'unknown' });

export const organisation = z.preprocess(emptyAsNull, id.nullable());

/** Boxes of which several may be ticked: none, one or more of them come along. */
export const oneOrMore = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((value) => (value === undefined ? [] : [value].flat()));

/** The last day, as a date field writes it; the moment after it, or null when it was left open. */
export const until = z.preprocess(
	emptyAsNull,
	z
		.string({ error: 'date_invalid' })
		.nullable()
		.transform((day, issues) => {
			const end = day === null ? null : endOfDay(day);
			if (day !== null && end === null)
				issues.addIssue({ code: 'custom', message: 'date_invalid' });
			return end;
		})
);

/** Which row to archive, or to put back. */
export const archiving = z.object({
	id,
	archived: z.enum(['yes', 'no']).transform((archived) => archived === 'yes')
});

const whole = z.int().min(0);
const run = z.object({ at: whole, client: whole, clock: whole, length: z.int().min(1) });

/** Words of a text, as whoever reads it says which. */
export const passage = z.object({
	quote: z
		.string({ error: 'required' })
		.trim()
		.min(1, 'required')
		.max(QUOTE_MAX, { error: 'passage_too_long' }),
	runs: z
		.array(run)
		.min(1)
		// Each holds a character at least.
		.max(QUOTE_MAX, { error: 'passage_too_long' })
		.describe(
			'The ids that Yjs gave to the characters of the quote; `at` counts without line ends.'
		)
});
