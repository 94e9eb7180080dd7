import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '#db/connection.ts';
import { openLocalBus } from '#server/bus.ts';
import { openLocalPresence } from '#server/presence.ts';
import { listen } from '#start/listen.ts';
import { readSettings } from '#start/settings.ts';
import { attachLiveDoor } from '#ws/live-door.ts';
import { openGauge } from './gauge.ts';

// The live door with its lines over HTTP, and a gauge: `<database url> <unload after ms>`.

const [url, unloadAfter] = process.argv.slice(2);
if (!url || !unloadAfter) throw new Error('needs a database, and how long a room stays open');
const { db } = openDatabase(url);
const server = createServer();
const reports = new Map<string, number>();
const door = attachLiveDoor(
	server,
	{
		db,
		bus: openLocalBus(),
		presence: openLocalPresence(),
		mail: {
			send: async () => ({ delivered: false }),
			kept: async () => [],
			discard: async () => false,
			expire: async () => 0
		},
		publicUrl: 'http://127.0.0.1',
		now: () => new Date()
	},
	{
		allowedOrigins: [],
		report: (what, error) => {
			if (!reports.has(what)) console.error(what, error);
			reports.set(what, (reports.get(what) ?? 0) + 1);
		},
		unloadAfterMs: Number(unloadAfter)
	}
);
server.on('request', (request, response) => {
	if (!door.answer(request, response)) response.writeHead(404).end();
});
await listen(server, { ...readSettings({}, 'use'), port: 0, host: '127.0.0.1' });
const { port } = server.address() as AddressInfo;
openGauge(port, reports);
