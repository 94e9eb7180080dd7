import { beginMirror } from '#server/mirrors.ts';
import { identity } from '../../../../../identity.ts';
import { change } from '../../../door.ts';
import { BegunMirror } from '../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(event, BegunMirror, (context, actor, input) =>
		beginMirror(context, actor, identity(event.params.id), input)
	);
