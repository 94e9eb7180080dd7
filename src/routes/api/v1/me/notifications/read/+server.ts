import { markRead } from '#server/inbox.ts';
import { change } from '../../../door.ts';
import { ReadWhat } from '../../../told-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(event, ReadWhat, (context, actor, what) =>
		markRead(context, actor, 'all' in what ? 'all' : what)
	);
