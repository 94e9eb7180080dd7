import { z } from 'zod';
import { CRITERION_LEVELS } from '#domain/assignments.ts';
import { FORMAT_NAMES } from '#domain/formats/format.ts';
import { TURNS } from '#domain/turns.ts';

// What people fill in, in the forms of a design. How long each may be the rule book says.

const words = z
	.string()
	.max(10_000, { error: 'too_long' })
	// A form sends every line end as two characters.
	.transform((typed) => typed.replaceAll('\r\n', '\n'))
	.default('');

/** Which row is meant: where it stood, and what it was called there. */
const seen = {
	at: z.coerce.number({ error: 'invalid' }).int(),
	named: z.string().max(1000)
};

function withSeen<Given extends { at: number; named: string }>({ at, named, ...given }: Given) {
	return { ...given, seen: { at, named } };
}

const round = {
	title: words,
	task: words,
	minutes: z.coerce.number({ error: 'minutes' }),
	speaker: words,
	turn: z.enum(TURNS, { error: 'unknown' }),
	outcome: words,
	not: words
};

const LEVELS = Array.from({ length: CRITERION_LEVELS.most }, (_, nth) => `level${nth + 1}`);
const criterion = {
	title: words,
	...Object.fromEntries(LEVELS.map((level) => [level, words]))
};

/** The levels, each from a field of its own, as one list. */
function withLevels<Given extends { title: string }>(given: Given) {
	const filled: Record<string, unknown> = given;
	return { title: given.title, levels: LEVELS.map((level) => String(filled[level] ?? '')) };
}

export const Format = z.object({
	format: z.enum(FORMAT_NAMES, { error: 'choose_format' }),
	replace: z
		.string()
		.optional()
		.transform((ticked) => ticked === 'yes')
});
export const Round = z.object(round);
export const ChangedRound = z.object({ ...round, ...seen }).transform(withSeen);
export const Criterion = z.object(criterion).transform(withLevels);
export const ChangedCriterion = z
	.object({ ...criterion, ...seen })
	.transform((given) => ({ ...withSeen(given), ...withLevels(given) }));
export const Row = z.object(seen);
export const MovedRow = z
	.object({ ...seen, by: z.enum(['-1', '1']).transform((by) => (by === '1' ? 1 : -1)) })
	.transform(withSeen);
/** A question on each line. */
export const Questions = z
	.object({ questions: words })
	.transform(({ questions }) => questions.split('\n'));
