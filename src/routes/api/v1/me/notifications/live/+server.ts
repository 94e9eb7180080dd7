import { watchInbox } from '#server/live-inbox.ts';
import { stream } from '../../../door.ts';
import type { RequestHandler } from './$types';

/** A browser comes back by itself when this ends; then it is decided anew who asks. */
const LEASE_MS = 30_000;

export const GET: RequestHandler = (event) =>
	stream(event, async (context, asker, { write, left }) => {
		const { promise: ended, resolve: end } = Promise.withResolvers<void>();
		const lease = setTimeout(end, LEASE_MS);
		left.addEventListener('abort', () => end());
		try {
			const tell = (unread: unknown) => write('unread', unread);
			const stop = await watchInbox(context, asker, { tell, end });
			await ended;
			stop();
		} finally {
			clearTimeout(lease);
		}
	});
