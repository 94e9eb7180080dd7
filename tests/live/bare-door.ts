import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { Database } from '#db/connection.ts';
import { openLocalBus } from '#server/bus.ts';
import type { Context } from '#server/context.ts';
import { openLocalPresence } from '#server/presence.ts';
import { listen } from '#start/listen.ts';
import { readSettings } from '#start/settings.ts';
import { attachLiveDoor, type LiveDoor, type LiveDoorOptions } from '#ws/live-door.ts';

/** What a use case stands on where there is no house: alone unless told otherwise, and mail goes nowhere. */
export function bareContext(
	db: Database,
	shared: Partial<Pick<Context, 'bus' | 'presence'>> = {}
): Context {
	return {
		db,
		bus: openLocalBus(),
		presence: openLocalPresence(),
		mail: {
			delivers: true,
			send: async () => ({ delivered: false }),
			kept: async () => [],
			discard: async () => false,
			expire: async () => 0
		},
		publicUrl: 'http://127.0.0.1',
		now: () => new Date(),
		...shared
	};
}

export type BareDoor = {
	door: LiveDoor;
	port: number;
	/** How many sockets are open on this side, whatever the other side knows. */
	countSockets(): Promise<number>;
};

/** Opens the live door and nothing else, with its lines over HTTP, listening as the product does; port 0: a free one. */
export async function openBareDoor(
	context: Context,
	wanted: number,
	options: Partial<LiveDoorOptions>
): Promise<BareDoor> {
	const server = createServer();
	const door = attachLiveDoor(server, context, { allowedOrigins: [], ...options });
	server.on('request', (request, response) => {
		if (!door.answer(request, response)) response.writeHead(404).end();
	});
	await listen(server, { ...readSettings({}, 'use'), port: wanted, host: '127.0.0.1' });
	const { port } = server.address() as AddressInfo;
	const countSockets = promisify(server.getConnections.bind(server));
	return { door, port, countSockets };
}

/** Says each failure once, and counts them all. */
export function countReports(): { counts: Map<string, number>; report: LiveDoorOptions['report'] } {
	const counts = new Map<string, number>();
	return {
		counts,
		report: (what, error) => {
			if (!counts.has(what)) console.error(what, error);
			counts.set(what, (counts.get(what) ?? 0) + 1);
		}
	};
}
