import { theContext } from '#server/context.ts';
import { isReady } from '#server/installation.ts';
import type { RequestHandler } from './$types';

/**
 * Send people here. `?alone` asks for no other nodes: when Redis is gone no node can reach the others,
 * and a balancer that asks without it would send nobody anywhere.
 */
export const GET: RequestHandler = async ({ url }) => {
	const ready = await isReady(theContext(), url.searchParams.has('alone'));
	return Response.json(
		{ status: ready ? 'ready' : 'not ready' },
		{ status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
