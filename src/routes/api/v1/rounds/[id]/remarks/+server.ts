import { addRemark } from '#server/critical-friends.ts';
import { identity } from '../../../../../identity.ts';
import { change } from '../../../door.ts';
import { NewRemark } from '../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewRemark,
		async (context, actor, input) => ({
			id: await addRemark(context, actor, identity(event.params.id), input)
		}),
		201
	);
