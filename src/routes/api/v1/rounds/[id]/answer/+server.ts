import { answerRound } from '#server/review-rounds.ts';
import { identity } from '../../../../../identity.ts';
import { change } from '../../../door.ts';
import { RoundAnswer } from '../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = (event) =>
	change(event, RoundAnswer, (context, actor, input) =>
		answerRound(context, actor, identity(event.params.id), input)
	);
