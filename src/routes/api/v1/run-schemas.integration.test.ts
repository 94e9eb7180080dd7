import { afterAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { openWork } from '#server/class-work.ts';
import { allocateReviews, beginFeedback, openFeedback, saveFeedback } from '#server/reviews.ts';
import { myRuns, openRun } from '#server/runs.ts';
import { handIn, readSubmission } from '#server/submissions.ts';
import { returnWork } from '#server/work-returns.ts';
import { openClass, openSchool } from '#tests/integration/class.ts';
import {
	HandedIn,
	OpenedFeedback,
	OpenedRun,
	ReadSubmission,
	Runs,
	SavedFeedback,
	Work
} from './run-schemas.ts';

const school = await openSchool();
afterAll(() => school.house.close());

/** What a machine gets, which has no dates, and the schema that it read. */
function expectFit(schema: z.ZodObject, answer: unknown): void {
	expect(schema.strict().safeParse(JSON.parse(JSON.stringify(answer))).error).toBeUndefined();
}

test('answers about a class are what the description says', async () => {
	const dueAt = new Date(school.house.context.now().getTime() + 86_400_000);
	const { house, run, groups, teacher, write } = await openClass(school, {
		...{ groups: [1, 1], reviews: 1, dueAt }
	});
	const { context } = house;
	for (const group of groups) {
		const [one] = group.members;
		await write(one!, group, 'Iets.');
		expectFit(HandedIn, await handIn(context, one!, run));
	}
	await allocateReviews(context, teacher, run, (items) => [...items]);
	const [group] = groups;
	const [one] = group!.members;
	const { submissions } = await openWork(context, one!, run, group!.id);
	const review = await beginFeedback(context, teacher, submissions[0]!.id);
	const mark = { criterion: 'Perspectieven', level: 'goed' };
	const feedback = { marks: [mark], answers: [], remarks: 'Ja.', revision: 0, give: true };
	expectFit(SavedFeedback, feedback);
	await saveFeedback(context, teacher, review, feedback);
	await returnWork(context, teacher, run, group!.id);
	expectFit(OpenedFeedback, await openFeedback(context, teacher, review));
	for (const who of [one!, teacher]) {
		expectFit(Runs, { runs: await myRuns(context, who) });
		expectFit(OpenedRun, await openRun(context, who, run));
		expectFit(Work, await openWork(context, who, run, group!.id));
		expectFit(ReadSubmission, await readSubmission(context, who, submissions[0]!.id));
	}
});
