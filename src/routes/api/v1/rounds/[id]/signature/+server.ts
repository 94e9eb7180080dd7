import { signReview } from '#server/critical-friends.ts';
import { identity } from '../../../../../identity.ts';
import { act } from '../../../door.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	act(event, (context, actor) => signReview(context, actor, identity(event.params.id)));
