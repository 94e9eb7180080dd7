import { beginFriends } from '#server/policy-texts.ts';
import { change } from '../door.ts';
import { NewFriends } from '../review-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewFriends,
		async (context, actor, { part, ...round }) => ({
			id: await beginFriends(context, actor, part, round)
		}),
		201
	);
