import { atMost, digits, row } from '../goals.ts';
import { PEERS, percents } from '../peer.ts';
import type { Scenario } from '../scenario.ts';

const GUESTS = 200;
const PER_SECOND = 10;
const WARM_UP_SECONDS = 2;

/** Two hundred people who move their cursors all the time. */
export const PRESENCE: Scenario = {
	name: 'presence',
	limitSeconds: 90,
	peers: PEERS,
	async measure({ stage, start, gather, isQuick }, peer) {
		const { rooms, setting } = await stage.addRooms(peer, 1);
		const server = await start(peer, setting);
		const { ask } = gather();
		const cookies = peer === 'ours' ? stage.cookies : [];
		await ask('open', { peer, port: server.port, rooms, guestsPerRoom: GUESTS, cookies });
		await ask('present', { perSecond: PER_SECOND });
		await ask('watch', { seconds: WARM_UP_SECONDS });
		const before = await server.usage();
		const watched = await ask('watch', { seconds: isQuick ? 5 : 10 });
		const after = await server.usage();
		if (watched.presencesHeard === 0) throw new Error('nobody heard of anybody');
		return {
			...percents(before, after, watched.seconds),
			p50: watched.presence.p50,
			p99: watched.presence.p99,
			framesPerSecond: watched.presenceFrames / watched.seconds,
			loadPercent: watched.loadCpu * 100
		};
	},
	rows: (results) => [
		row(
			'presence, 200 people at 10/s: CPU; p50 / p99 ms',
			results,
			(f) => `${digits(f.cpuPercent)} %; ${digits(f.p50)} / ${digits(f.p99)}`,
			[
				atMost(results, 'cpuPercent', 12, ' %'),
				atMost(results, 'p50', 30, ' ms p50'),
				atMost(results, 'p99', 60, ' ms p99')
			]
		)
	]
};
