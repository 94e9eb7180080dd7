import { openDatabase } from '#db/connection.ts';
import { bareContext, countReports, openBareDoor } from '#tests/live/bare-door.ts';
import { openGauge } from './gauge.ts';

// The live door with its lines over HTTP, and a gauge: `<database url> <unload after ms>`.

const [url, unloadAfter] = process.argv.slice(2);
if (!url || !unloadAfter) throw new Error('needs a database, and how long a room stays open');
const { db } = openDatabase(url);
const { counts, report } = countReports();
const { port, countSockets } = await openBareDoor(bareContext(db), 0, {
	report,
	unloadAfterMs: Number(unloadAfter)
});
openGauge(port, counts, countSockets);
