import { editComment, removeComment } from '#server/comments.ts';
import { identity } from '../../../../identity.ts';
import { act, change } from '../../door.ts';
import { NewComment } from '../../thread-schemas.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = (event) =>
	change(event, NewComment, (context, actor, { body }) =>
		editComment(context, actor, identity(event.params.id), body)
	);

export const DELETE: RequestHandler = (event) =>
	act(event, (context, actor) => removeComment(context, actor, identity(event.params.id)));
