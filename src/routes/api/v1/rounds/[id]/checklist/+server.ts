import { checkPolicy } from '#server/critical-friends.ts';
import { identity } from '../../../../../identity.ts';
import { change } from '../../../door.ts';
import { Checks } from '../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = (event) =>
	change(event, Checks, (context, actor, input) =>
		checkPolicy(context, actor, identity(event.params.id), input)
	);
