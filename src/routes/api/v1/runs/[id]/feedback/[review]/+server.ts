import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from '#server/context.ts';
import { openFeedback, saveFeedback } from '#server/reviews.ts';
import { identity } from '../../../../../../identity.ts';
import { change, show } from '../../../../door.ts';
import { SavedFeedback } from '../../../../run-schemas.ts';
import type { RequestHandler, RouteParams } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => opened(context, actor, event.params));

export const PUT: RequestHandler = (event) =>
	change(event, SavedFeedback, async (context, actor, input) => {
		const { id } = await opened(context, actor, event.params);
		await saveFeedback(context, actor, id, input);
		return opened(context, actor, event.params);
	});

/** Feedback, if it is of this run. */
async function opened(context: Context, actor: Actor, { id, review }: RouteParams) {
	const found = await openFeedback(context, actor, identity(review));
	if (found.run.id !== identity(id)) throw new NotFound();
	return found;
}
