import { sayWhatChanges } from '#server/mirrors.ts';
import { identity } from '../../../../../identity.ts';
import { change } from '../../../door.ts';
import { Words } from '../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = (event) =>
	change(event, Words, (context, actor, input) =>
		sayWhatChanges(context, actor, identity(event.params.id), input)
	);
