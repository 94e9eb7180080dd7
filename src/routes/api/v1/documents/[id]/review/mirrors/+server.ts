import { planMirror } from '#server/mirrors.ts';
import { identity } from '../../../../../../identity.ts';
import { change } from '../../../../door.ts';
import { NewMirror } from '../../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewMirror,
		async (context, actor, input) => ({
			id: await planMirror(context, actor, identity(event.params.id), input)
		}),
		201
	);
