import { replanMirror } from '#server/mirrors.ts';
import { openRound } from '#server/opened-round.ts';
import { identity } from '../../../../identity.ts';
import { change, show } from '../../door.ts';
import { Replanned } from '../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => openRound(context, actor, identity(event.params.id)));

export const PATCH: RequestHandler = (event) =>
	change(event, Replanned, (context, actor, input) =>
		replanMirror(context, actor, identity(event.params.id), input)
	);
