import { answerRequest } from '#server/change-requests.ts';
import { identity } from '../../../../../../../../identity.ts';
import { change } from '../../../../../../door.ts';
import { Words } from '../../../../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(event, Words, (context, actor, { words }) =>
		answerRequest(context, actor, {
			documentId: identity(event.params.id),
			request: identity(event.params.request),
			words
		})
	);
