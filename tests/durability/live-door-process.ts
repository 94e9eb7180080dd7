import { openDatabase } from '#db/connection.ts';
import { bareContext, openBareDoor } from '#tests/live/bare-door.ts';
import { openUpdateLog } from '#ws/update-log.ts';
import { sabotage, SABOTAGES } from './sloppy-logs.ts';

// The live door and nothing else, as a process that can be killed: `<database url> <port> [sabotage]`.

const [url, port, how] = process.argv.slice(2);
if (!url || !port) throw new Error('needs a database and a port');
const { db } = openDatabase(url);
const real = openUpdateLog(db);
const chosen = SABOTAGES.find((name) => name === how);
await openBareDoor(bareContext(db), Number(port), {
	// Writers here type faster than any person.
	pace: null,
	log: chosen ? sabotage(real, chosen) : real,
	unloadAfterMs: 500
});
process.send?.('open');
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
