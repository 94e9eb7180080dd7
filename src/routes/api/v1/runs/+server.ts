import { myRuns } from '#server/runs.ts';
import { show } from '../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => ({ runs: await myRuns(context, actor) }));
