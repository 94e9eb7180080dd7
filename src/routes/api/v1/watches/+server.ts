import { setWatch, watchOf } from '#server/watches.ts';
import { parse } from '../../../failure.ts';
import { watched } from '../../../watched.ts';
import { change, show } from '../door.ts';
import { NewWatch, WatchedQuery } from '../told-schemas.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => {
		const what = parse(WatchedQuery, Object.fromEntries(event.url.searchParams));
		return watchOf(context, actor, watched(what));
	});

export const PUT: RequestHandler = (event) =>
	change(event, NewWatch, (context, actor, { watching, ...what }) =>
		setWatch(context, actor, watched(what), watching)
	);
