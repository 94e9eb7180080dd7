import { remindRound } from '#server/review-rounds.ts';
import { identity } from '../../../../../identity.ts';
import { act } from '../../../door.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	act(event, (context, actor) => remindRound(context, actor, identity(event.params.id)));
