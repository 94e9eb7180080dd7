import { z } from 'zod';
import { FUNCTIONS } from '#domain/functions.ts';
import { VERDICTS } from '#domain/suggestions.ts';

// What the machines' door takes and gives about suggestions in a text.

const block = z.record(z.string(), z.unknown()).describe('A block of a text as ProseMirror JSON.');
const content = z.record(z.string(), z.unknown()).describe('A text as ProseMirror JSON.');
const count = z.number().int().min(0);
const version = z.number().int().min(0);
/** More than any text has of them; what is sent is bound in size as well. */
const BLOCKS_MAX = 20_000;

export const PushedSuggestion = z.object({
	push: z.uuid().describe('Another one each time: `mine` tells which arrived.'),
	version: version.describe('What `mine` answered, or the last push.'),
	from: count
		.max(BLOCKS_MAX)
		.describe('The first top-level block of `suggested` that is otherwise.'),
	to: count.max(BLOCKS_MAX).describe('The first behind those.'),
	blocks: z.array(block).max(BLOCKS_MAX).describe('What stands there instead.')
});

export const TakenSuggestion = z.object({ version });

export const MySuggestions = z.object({
	version,
	base: content.describe('The text as it is.'),
	suggested: content.describe('The text as I would have it.'),
	pushes: z.array(z.uuid()).describe('The last pushes that are in it.')
});

export const Decisions = z.object({
	verdict: z.enum(VERDICTS).describe('Withdrawn is of my own.'),
	person: z.uuid().optional().describe('Whose; without it, of everybody.'),
	keys: z
		.array(z.string().min(1).max(100))
		.min(1)
		.max(BLOCKS_MAX)
		.optional()
		.describe('Which; without it, all of that person.')
});

export const Decided = z.object({ decided: count });

const run = z.object({
	from: count.describe('The first block of the text that would be otherwise.'),
	to: count.describe('The first behind those.'),
	before: z.array(block).describe('What stands there.'),
	blocks: z.array(block).describe('What would stand there.')
});

export const Suggestions = z.object({
	layers: z.array(
		z.object({
			person: z.object({
				id: z.uuid(),
				name: z.string(),
				function: z.enum(FUNCTIONS).nullable(),
				organisation: z.string().nullable(),
				isSelf: z.boolean()
			}),
			version,
			changedAt: z.iso.datetime(),
			may: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
			runs: z.array(run)
		})
	)
});
