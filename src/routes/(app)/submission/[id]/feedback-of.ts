import { z } from 'zod';
import { id as identityField } from '../../../fields.ts';

const line = z.string().max(10_000, { error: 'too_long' });

/**
 * What the form of feedback sends: of each row of the rubric its title and the chosen level (`criterion.0`, `mark.0`),
 * of each question its words and the answer (`question.0`, `answer.0`).
 */
export const SavedFeedback = z
	.object({
		/** Empty: who leads begins with it. */
		review: z.union([z.literal('').transform(() => null), identityField]),
		revision: z.coerce.number().int().min(0),
		give: z.literal('yes').optional(),
		remarks: line.default('')
	})
	.catchall(line)
	.transform(({ review, revision, give, remarks, ...fields }) => ({
		review,
		said: {
			revision,
			give: give === 'yes',
			remarks,
			marks: pairs(fields, 'criterion', 'mark').map(([criterion, level]) => ({ criterion, level })),
			answers: pairs(fields, 'question', 'answer').map(([question, answer]) => ({
				question,
				answer
			}))
		}
	}));

/** Of fields with a number those that were filled in, each with what it is about. */
function pairs(
	fields: Readonly<Record<string, string>>,
	about: string,
	said: string
): [string, string][] {
	return Object.entries(fields).flatMap(([name, value]): [string, string][] => {
		const [field, nth] = name.split('.');
		const subject = fields[`${about}.${nth}`];
		return field === said && subject !== undefined && value.trim() !== '' ? [[subject, value]] : [];
	});
}
