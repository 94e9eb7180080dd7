import { findCallable } from '#server/callable.ts';
import { parse } from '../../../../../failure.ts';
import { show } from '../../../door.ts';
import { PeopleQuery } from '../../../thread-schemas.ts';
import { threadsOf } from '../threads-of.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => {
		const { q } = parse(PeopleQuery, Object.fromEntries(event.url.searchParams));
		return findCallable(context, actor, threadsOf(event), q ?? '');
	});
