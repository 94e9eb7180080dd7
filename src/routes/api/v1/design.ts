import { z } from 'zod';
import { STEP_MINUTES_MAX } from '#domain/assignments.ts';
import { TURNS } from '#domain/turns.ts';

// How long each may be, and how many there are, the rule book says.
const words = z.string().max(10_000, { error: 'too_long' });

export const Design = z
	.object({
		steps: z.array(
			z.object({
				title: words,
				task: words.describe('What to do, for who takes part.'),
				minutes: z.int({ error: 'minutes' }).describe(`From 1 to ${STEP_MINUTES_MAX}.`),
				speaker: words.describe('Who speaks, in words; may be empty.'),
				turn: z.enum(TURNS).describe('Who of a group writes in this round.'),
				outcome: words.describe('The heading of what is written; empty where nobody writes.'),
				not: words.describe('What not to do; may be empty.')
			})
		),
		rubric: z.array(
			z.object({ title: words, levels: z.array(words).describe('From least to most.') })
		),
		questions: z.array(words).describe('What groups ask themselves about each other’s work.')
	})
	.describe('What an assignment has besides its text; nothing in it is secret.');
