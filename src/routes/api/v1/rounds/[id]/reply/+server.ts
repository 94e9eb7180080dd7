import { replyAsMunicipality } from '#server/critical-friends.ts';
import { identity } from '../../../../../identity.ts';
import { change } from '../../../door.ts';
import { NewReply } from '../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = (event) =>
	change(event, NewReply, (context, actor, input) =>
		replyAsMunicipality(context, actor, identity(event.params.id), input)
	);
