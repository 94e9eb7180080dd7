import { describeApi } from './description.ts';
import type { RequestHandler } from './$types';

/** Open to all: it says how to ask, and nothing of what there is. */
export const GET: RequestHandler = () =>
	Response.json(describeApi(), { headers: { 'cache-control': 'public, max-age=300' } });
