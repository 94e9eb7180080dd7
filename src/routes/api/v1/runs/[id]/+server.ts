import { openRun } from '#server/runs.ts';
import { identity } from '../../../../identity.ts';
import { show } from '../../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => openRun(context, actor, identity(event.params.id)));
