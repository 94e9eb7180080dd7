import { openDatabase } from '#db/connection.ts';
import { bareContext, countReports, openBareDoor } from '#tests/live/bare-door.ts';
import { openUpdateLog } from '#ws/update-log.ts';
import { openGauge, readSetting } from './gauge.ts';

// The live door and nothing else, listening as the product does.

const { database, unloadAfterMs } = readSetting();
const { db } = openDatabase(database);
const commits = openDatabase(database, { max: 2 });
const { counts, report } = countReports();
const { port } = await openBareDoor(bareContext(db), 0, {
	log: openUpdateLog(db, commits.db),
	// Some who type here are faster than any person.
	pace: null,
	report,
	...(unloadAfterMs === null ? {} : { unloadAfterMs })
});

process.on('exit', () => {
	for (const [what, times] of counts) console.error(`${what}: ${times} times`);
});

openGauge(port);
