import { atMost, digits, row } from '../goals.ts';
import { PEERS } from '../peer.ts';
import type { Scenario } from '../scenario.ts';

const ROOMS = 50;
const GUESTS_PER_ROOM = 20;
const MOST_OF_IT = 0.9;

/** The server is back, with nothing in memory, and a thousand people come at the same moment. */
export const RETURN: Scenario = {
	name: 'return',
	limitSeconds: 60,
	peers: PEERS,
	async measure({ stage, start, gather, texts }, peer) {
		const text = texts.small().state;
		const { rooms, setting } = await stage.addRooms(peer, ROOMS, text);
		const server = await start(peer, setting);
		const { ask } = gather();
		const cookies = peer === 'ours' ? stage.cookies : [];
		const before = await server.cpu();
		const { allMs } = await ask('open', {
			...{ peer, port: server.port, rooms, guestsPerRoom: GUESTS_PER_ROOM, cookies },
			awaitsBytes: text.length * MOST_OF_IT,
			atOnce: true
		});
		return { seconds: allMs / 1000, cpuMs: (await server.cpu()) - before };
	},
	rows: (results) => [
		row(
			'1,000 come back at once to 50 texts of 20 kB: all synced (CPU)',
			results,
			(f) => `${digits(f.seconds)} s (${digits(f.cpuMs)} ms)`,
			[atMost(results, 'seconds', 0.4, ' s')]
		)
	]
};
