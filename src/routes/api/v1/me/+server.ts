import { describeAccount } from '#server/account.ts';
import { show } from '../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context) => describeAccount(context, event.locals.asker!));
