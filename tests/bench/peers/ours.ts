import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '#db/connection.ts';
import { openLocalBus } from '#server/bus.ts';
import { openLocalPresence } from '#server/presence.ts';
import { listen } from '#start/listen.ts';
import { readSettings } from '#start/settings.ts';
import { attachLiveDoor } from '#ws/live-door.ts';
import { openUpdateLog } from '#ws/update-log.ts';
import { openGauge, readSetting } from './gauge.ts';

// The live door and nothing else, listening as the product does.

const { database, unloadAfterMs } = readSetting();
const { db } = openDatabase(database);
const commits = openDatabase(database, { max: 2 });
const server = createServer();
const reports = new Map<string, number>();
attachLiveDoor(
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
		log: openUpdateLog(db, commits.db),
		// Some who type here are faster than any person.
		pace: null,
		report: (what, error) => {
			const before = reports.get(what) ?? 0;
			reports.set(what, before + 1);
			if (before === 0) console.error(what, error);
		},
		...(unloadAfterMs === null ? {} : { unloadAfterMs })
	}
);
await listen(server, { ...readSettings({}, 'use'), port: 0, host: '127.0.0.1' });

process.on('exit', () => {
	for (const [what, times] of reports) console.error(`${what}: ${times} times`);
});

const { port } = server.address() as AddressInfo;
openGauge(port);
