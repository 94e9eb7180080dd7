import { closeRound } from '#server/review-rounds.ts';
import { identity } from '../../../../../identity.ts';
import { change } from '../../../door.ts';
import { Closed } from '../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(event, Closed, (context, actor, input) =>
		closeRound(context, actor, identity(event.params.id), input)
	);
