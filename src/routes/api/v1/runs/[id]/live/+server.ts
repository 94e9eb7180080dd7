import { watchRun } from '#server/live-run.ts';
import { enterRun } from '#server/run-change.ts';
import { identity } from '../../../../../identity.ts';
import { whoTakesPart } from '../../../../../participant.ts';
import { stream } from '../../../door.ts';
import type { RequestHandler } from './$types';

/** A browser comes back by itself when this ends; then it is decided anew what it may hear. */
const LEASE_MS = 30_000;

export const GET: RequestHandler = (event) =>
	stream(
		event,
		async (context, asker, { write, left, heardUntil }) => {
			const { promise: ended, resolve: end } = Promise.withResolvers<void>();
			const lease = setTimeout(end, LEASE_MS);
			left.addEventListener('abort', () => end());
			try {
				const tell = (what: string) => write(what, {});
				const runId = identity(event.params.id);
				const stop = await watchRun(context, asker, runId, { heardUntil, tell, end });
				await ended;
				stop();
			} finally {
				clearTimeout(lease);
			}
		},
		{
			who: whoTakesPart,
			check: (context, actor) => enterRun(context, actor, identity(event.params.id))
		}
	);
