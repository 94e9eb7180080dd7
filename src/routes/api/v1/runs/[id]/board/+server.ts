import { boardSince } from '#server/workshop-board.ts';
import { identity } from '../../../../../identity.ts';
import { show } from '../../../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => {
		const since = event.url.searchParams.get('since') ?? '';
		return boardSince(context, actor, identity(event.params.id), since);
	});
