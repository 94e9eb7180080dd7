import { openDatabase } from '#db/connection.ts';
import { bareContext, openBareDoor } from '#tests/live/bare-door.ts';
import { openUpdateLog } from '#ws/update-log.ts';
import { Metrics } from '#ws/metrics.ts';
import { sabotage, SABOTAGES } from './sloppy-logs.ts';

// The live door and nothing else, as a process that can be killed: `<database url> <port> [sabotage]`.

const [url, port, how] = process.argv.slice(2);
if (!url || !port) throw new Error('needs a database and a port');
const { db } = openDatabase(url);
const real = openUpdateLog(db);
const chosen = SABOTAGES.find((name) => name === how);
/** Writers here are honest: that one of them is refused is a fault to be told. */
class Telling extends Metrics {
	override refused(reason: Parameters<Metrics['refused']>[0], bytes: number): void {
		console.log(`refused: ${reason}, ${bytes} bytes`);
		super.refused(reason, bytes);
	}
}

await openBareDoor(bareContext(db), Number(port), {
	// Writers here type faster than any person.
	pace: null,
	metrics: new Telling(),
	log: chosen ? sabotage(real, chosen) : real,
	unloadAfterMs: 500
});
process.send?.('open');
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
