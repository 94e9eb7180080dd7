import { theContext } from '#server/context.ts';
import { isReady } from '#server/installation.ts';
import type { RequestHandler } from './$types';

/** The database answers: send people here. */
export const GET: RequestHandler = async () => {
	const ready = await isReady(theContext());
	return Response.json(
		{ status: ready ? 'ready' : 'not ready' },
		{ status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
