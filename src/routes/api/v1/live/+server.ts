import { LIVE_DOCUMENTS_MAX, watchDocuments, type Live } from '#server/live.ts';
import { UUID } from '../../../identity.ts';
import { stream } from '../door.ts';
import type { RequestHandler } from './$types';

/** A browser comes back by itself when this ends; then it is decided anew what it may hear. */
const LEASE_MS = 30_000;

export const GET: RequestHandler = (event) =>
	stream(event, async (context, asker, { write, left }) => {
		const given = (event.url.searchParams.get('documents') ?? '').split(',');
		const ids = given.filter((id) => UUID.test(id)).slice(0, LIVE_DOCUMENTS_MAX);
		const { promise: ended, resolve: end } = Promise.withResolvers<void>();
		const lease = setTimeout(end, LEASE_MS);
		left.addEventListener('abort', () => end());
		const tell = (live: Live) => write(live.kind, live);
		try {
			const stop = await watchDocuments(context, asker, ids, { tell, end });
			await ended;
			stop();
		} finally {
			clearTimeout(lease);
		}
	});
