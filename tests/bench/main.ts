import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dismissAll } from './crew.ts';
import { STARVED_NOTE } from './goals.ts';
import { measureAll } from './measure-all.ts';
import { readOptions } from './options.ts';
import { COLD, JOINING_AT_ONCE } from './scenarios/opening.ts';
import { CONNECTION_MEMORY, TEXT_MEMORY } from './scenarios/memory.ts';
import { POWER_CUT } from './scenarios/power-cut.ts';
import { PRESENCE } from './scenarios/presence.ts';
import { RETURN } from './scenarios/return.ts';
import { ACKS, MANY_ROOMS, ROOM_OF_200, ROOM_OF_500 } from './scenarios/rooms.ts';
import { SATURATION } from './scenarios/saturation.ts';
import { openStage } from './stage.ts';
import { judge, makeTable } from './table.ts';

// `npm run bench -- --quick --only cold --servers ours,hocuspocus --repetitions 3 --seed 7`

const options = readOptions([
	...[ROOM_OF_200, ROOM_OF_500, SATURATION, MANY_ROOMS, CONNECTION_MEMORY, TEXT_MEMORY],
	...[COLD, JOINING_AT_ONCE, PRESENCE, RETURN, POWER_CUT, ACKS]
]);
const began = performance.now();
const stage = await openStage();
const machine = [
	`${availableParallelism()} × ${cpus()[0]?.model ?? 'an unknown processor'}`,
	`Node ${process.versions.node}`,
	`PostgreSQL ${stage.version}`,
	`median of ${options.repetitions}${options.isQuick ? ', short windows' : ''}`,
	`seed ${options.seed}`,
	// Of what else runs: above the number of processors, latencies say little.
	`load ${loadavg()[0]?.toFixed(1)} before`
].join(', ');
console.log(machine);
try {
	const { rows, failures, texts } = await measureAll(stage, options, (sentence) =>
		console.log(sentence)
	);
	const table = `${makeTable(rows)}\n\n${[machine, ...texts, STARVED_NOTE].join('; ')}.\n`;
	console.log(`\n${table}`);
	for (const sentence of [...judge(rows), ...failures]) console.log(sentence);
	if (options.table) writeFileSync(options.table, table);
	process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
	await dismissAll();
	await stage.close();
}
console.log(`${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
