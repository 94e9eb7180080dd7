import { beginRound } from '#server/review-rounds.ts';
import { change } from '../door.ts';
import { NewRound } from '../review-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewRound,
		async (context, actor, { part, ...round }) => ({
			id: await beginRound(context, actor, part, round)
		}),
		201
	);
