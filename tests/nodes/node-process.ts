import { openDatabase } from '#db/connection.ts';
import { openRedisBus } from '#server/redis-bus.ts';
import { openSharedPresence } from '#server/shared-presence.ts';
import { bareContext, openBareDoor } from '#tests/live/bare-door.ts';
import { sabotage, SABOTAGES } from './deaf-buses.ts';

// One node's live door as a process of its own: `<database url> <port> <redis url> [sabotage]`. SIGTERM
// stops it as a rolling restart does.

const [url, port, redisUrl, how] = process.argv.slice(2);
if (!url || !port || !redisUrl) throw new Error('needs a database, a port and a Redis');
const { db } = openDatabase(url);
const report = (what: string, error: unknown) => {
	if (process.env.NODES_TELL) console.error(port, what, error);
};
const real = await openRedisBus(redisUrl, { name: 'nodes', report, beatEveryMs: 200 });
const chosen = SABOTAGES.find((name) => name === how);
const bus = chosen ? sabotage(real, chosen) : real;
const presence = openSharedPresence(bus);
const { door } = await openBareDoor(bareContext(db, { bus, presence }), Number(port), {
	// Writers here type faster than any person. Leases are short enough to see them end.
	...{ pace: null, unloadAfterMs: 500, leaseMs: 3_000, departMs: 1_500 },
	report
});
process.send?.('open');
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', async () => {
	await door.close();
	presence.close();
	await bus.close();
	process.exit(0);
});
