import { openReviewing } from '#server/review-beside.ts';
import { identity } from '../../../../../identity.ts';
import { show } from '../../../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => openReviewing(context, actor, identity(event.params.id)));
