import { z } from 'zod';

export const BoardQuery = z.object({
	since: z
		.string()
		.optional()
		.describe('What the last answer said: then only what changed after it.')
});

export const BoardNews = z.object({
	since: z.string(),
	texts: z.array(
		z.object({
			group: z.uuid(),
			html: z.string().nullable().describe('Null where the groups talk behind closed doors.'),
			words: z.number().int(),
			changedAt: z.iso.datetime()
		})
	),
	here: z.array(z.uuid()).describe('The people who have a text of this round open.'),
	writing: z.array(z.uuid()).describe('Those of them who write at this moment.')
});
