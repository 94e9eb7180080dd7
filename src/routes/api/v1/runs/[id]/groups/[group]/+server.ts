import { openWork } from '#server/class-work.ts';
import { identity } from '../../../../../../identity.ts';
import { show } from '../../../../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) =>
		openWork(context, actor, identity(event.params.id), identity(event.params.group))
	);
