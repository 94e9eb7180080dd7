import { createServer } from 'node:http';
import { openDatabase } from '#db/connection.ts';
import { openLocalBus } from '#server/bus.ts';
import { openLocalPresence } from '#server/presence.ts';
import { attachLiveDoor } from '#ws/live-door.ts';
import { openUpdateLog } from '#ws/update-log.ts';
import { sabotage, SABOTAGES } from './sloppy-logs.ts';

// The live door and nothing else, as a process that can be killed: `<database url> <port> [sabotage]`.

const [url, port, how] = process.argv.slice(2);
if (!url || !port) throw new Error('needs a database and a port');
const { db } = openDatabase(url);
const real = openUpdateLog(db);
const chosen = SABOTAGES.find((name) => name === how);
const server = createServer();
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
		publicUrl: `http://127.0.0.1:${port}`,
		now: () => new Date()
	},
	// Writers here type faster than any person.
	{
		allowedOrigins: [],
		pace: null,
		log: chosen ? sabotage(real, chosen) : real,
		unloadAfterMs: 500
	}
);
server.listen(Number(port), '127.0.0.1', () => process.send?.('open'));
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
