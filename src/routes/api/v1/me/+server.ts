import { openAccount } from '#server/account.ts';
import { show } from '../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context) => {
		const { sessions, ...me } = await openAccount(context, event.locals.asker!);
		return me;
	});
