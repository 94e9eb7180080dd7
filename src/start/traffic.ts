import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { isBelowDoor } from '#ws/admission.ts';

/** What is open on a server and would keep it from closing: it counts live connections as its own. */
export function watchTraffic(server: Server): { endStreams(): void; dropLive(): void } {
	const responses = new Set<ServerResponse>();
	const live = new Set<Duplex>();
	server.on('request', (_, response) => {
		responses.add(response);
		response.once('close', () => responses.delete(response));
	});
	server.on('upgrade', (_, socket) => {
		live.add(socket);
		socket.once('close', () => live.delete(socket));
	});
	return {
		/** Ends answers that tell of changes as long as somebody listens: nothing in them is unfinished. */
		endStreams() {
			for (const response of responses) {
				// The live door says goodbye itself, after it has acknowledged what came in.
				if (isBelowDoor(response.req)) continue;
				const type = String(response.getHeader('content-type'));
				if (type.startsWith('text/event-stream')) response.destroy();
			}
		},
		/** Drops live connections that did not say goodbye. */
		dropLive() {
			for (const socket of live) socket.destroy();
		}
	};
}
