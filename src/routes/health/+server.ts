import type { RequestHandler } from './$types';

/** The process is alive; whether it can do its work is what /ready says. */
export const GET: RequestHandler = () =>
	Response.json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } });
