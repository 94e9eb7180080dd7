import { openInbox } from '#server/inbox.ts';
import { parse } from '../../../../failure.ts';
import { show } from '../../door.ts';
import { InboxQuery } from '../../told-schemas.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => {
		const given = Object.fromEntries(event.url.searchParams);
		const { before, ...which } = parse(InboxQuery, given);
		return openInbox(context, actor, event.locals.language, {
			...which,
			before: before ? new Date(before) : undefined
		});
	});
