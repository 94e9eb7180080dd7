import { renderHtml } from '#domain/content/html.ts';
import { hasText } from '#domain/content/text.ts';
import { theContext } from '#server/context.ts';
import { beginFeedback, openFeedback, saveFeedback } from '#server/reviews.ts';
import { openRun } from '#server/runs.ts';
import { readSubmission } from '#server/submissions.ts';
import { answer, asker } from '../../../door.ts';
import { identity } from '../../../identity.ts';
import { SavedFeedback } from './feedback-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const { content, ownReview, design, ...read } = await readSubmission(
		context,
		actor,
		identity(event.params.id)
	);
	const { leads, ownGroup, groupSize, endedAt } = await openRun(context, actor, read.run.id);
	const own = ownReview ? await openFeedback(context, actor, ownReview) : null;
	const isOwn = read.group !== null && read.group.id === ownGroup;
	const mayBegin = leads && !isOwn && !own && endedAt === null;
	const { frame } = await event.parent();
	return {
		...read,
		content,
		submission: identity(event.params.id),
		me: frame.me,
		html: hasText(content) ? renderHtml(content, { language: event.locals.language }) : null,
		asks: { rubric: design.rubric, questions: design.questions },
		own,
		mayBegin,
		alone: groupSize === 1,
		/** To the group's own page, for who leads. */
		leads,
		isOwn,
		section: '/assignments',
		back: { href: `/run/${read.run.id}`, name: read.run.title },
		sheet: true
	};
};

export const actions: Actions = {
	save: (event) =>
		answer(event, SavedFeedback, async (context, actor, { review, said }) => {
			// Who leads begins by saying something.
			const id = review ?? (await beginFeedback(context, actor, identity(event.params.id)));
			await saveFeedback(context, actor, id, said);
			return { saved: true };
		})
};
