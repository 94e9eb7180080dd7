import { decideAndWatch } from '#server/suggestion-decisions.ts';
import { identity } from '../../../../../../identity.ts';
import { change } from '../../../../door.ts';
import { Decisions } from '../../../../suggestion-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(event, Decisions, (context, actor, decision) =>
		decideAndWatch(context, actor, identity(event.params.part), decision)
	);
