import { addComment } from '#server/comments.ts';
import { identity } from '../../../../../identity.ts';
import { change } from '../../../door.ts';
import { NewComment } from '../../../thread-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewComment,
		async (context, actor, { body }) => ({
			id: await addComment(context, actor, identity(event.params.id), body)
		}),
		201
	);
