import { logRequest } from '#server/change-requests.ts';
import { identity } from '../../../../../../identity.ts';
import { change } from '../../../../door.ts';
import { NewRequest } from '../../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewRequest,
		async (context, actor, input) => ({
			id: await logRequest(context, actor, identity(event.params.id), input)
		}),
		201
	);
