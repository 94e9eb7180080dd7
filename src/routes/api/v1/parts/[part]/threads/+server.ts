import { openThreads } from '#server/opened-threads.ts';
import { startThread } from '#server/threads.ts';
import { change, show } from '../../../door.ts';
import { NewThread } from '../../../thread-schemas.ts';
import { threadsOf } from '../threads-of.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => openThreads(context, actor, threadsOf(event)));

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewThread,
		async (context, actor, { quote, runs, body, assignee, dueOn, suggestion }) => ({
			id: await startThread(context, actor, threadsOf(event), {
				meant: quote !== undefined && runs ? { quote, runs } : null,
				...{ body, assignee: assignee ?? null, dueOn: dueOn ?? null },
				suggestion: suggestion ?? null
			})
		}),
		201
	);
