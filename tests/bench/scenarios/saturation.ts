import { atLeast, atMost, digits, row } from '../goals.ts';
import { PEERS, percents } from '../peer.ts';
import type { Figures, Scenario } from '../scenario.ts';

const GUESTS = 500;
const TYPING = 50;
const REFERENCE = 220_000;
/** Deliveries a second, one level after another until one is not held. */
const LEVELS = [REFERENCE, 320_000, 420_000, 530_000, 640_000, 800_000];
/** What a server that did not deliver what it was measured at has for its processor. */
const NOT_HELD = Infinity;
const WARM_UP_SECONDS = 1;
/** Held is: all but this share arrives in the same window, none of it later than a second. */
const LATE_SHARE = 0.03;
const LATE_MS = 1_000;
/** With less than this left the load itself may be what is late. */
const LOAD_IS_FULL = 0.9;

/** How much one room can bear, and what a fifth of a million deliveries a second cost. */
export const SATURATION: Scenario = {
	name: 'saturation',
	limitSeconds: 150,
	peers: PEERS,
	async measure({ stage, start, gather, isQuick }, peer) {
		const seconds = isQuick ? 3 : 6;
		const { rooms, setting } = await stage.addRooms(peer, 1);
		const server = await start(peer, setting);
		const { ask } = gather();
		const cookies = peer === 'ours' ? stage.cookies : [];
		await ask('open', { peer, port: server.port, rooms, guestsPerRoom: GUESTS, cookies });
		const rates = LEVELS.map((level) => level / (GUESTS - 1) / TYPING);
		const updates = rates.reduce((sum, rate) => sum + rate * (WARM_UP_SECONDS + seconds + 2), 0);
		await ask('found', { typing: TYPING, updates: Math.ceil(updates) });

		const figures: Figures = { held: 0, isAtLeast: 0 };
		for (const [nth, perSecond] of rates.entries()) {
			await ask('type', { perSecond });
			await ask('watch', { seconds: WARM_UP_SECONDS });
			const before = await server.usage();
			const watched = await ask('watch', { seconds });
			const used = percents(before, await server.usage(), watched.seconds);
			const { missing, tooMany } = await ask('stop', undefined);
			if (tooMany > 0) throw new Error(`${tooMany} came twice`);
			const delivered = watched.delivered / watched.seconds;
			const due = (watched.sent * (GUESTS - 1)) / watched.seconds;
			const isTyped = watched.sent >= perSecond * TYPING * watched.seconds * (1 - LATE_SHARE);
			const isHeld =
				isTyped &&
				missing === 0 &&
				delivered >= due * (1 - LATE_SHARE) &&
				watched.latency.p99 < LATE_MS;
			if (nth === 0) {
				Object.assign(figures, used);
				figures.atReference = delivered;
				figures.p99 = watched.latency.p99;
				figures.cpuOfHeld = isHeld ? used.cpuPercent : NOT_HELD;
			}
			figures.load = watched.loadCpu * 100;
			if (isHeld) figures.held = delivered;
			// The highest level that there is, or that the load could make.
			figures.isAtLeast = isHeld || watched.loadCpu > LOAD_IS_FULL ? 1 : 0;
			if (!isHeld) break;
		}
		// Below the first level: what it did deliver is what it can.
		if (figures.held === 0) figures.held = figures.atReference ?? 0;
		return figures;
	},
	rows: (results) => [
		row(
			'1 room × 500: CPU at 220,000 deliveries a second',
			results,
			(f) =>
				(f.atReference ?? 0) < REFERENCE * (1 - LATE_SHARE)
					? `${digits(f.cpuPercent)} % for ${digits(f.atReference)}`
					: `${digits(f.cpuPercent)} %`,
			[atMost(results, 'cpuOfHeld', 30, ' %')]
		),
		row(
			'same, most deliveries a second held',
			results,
			(f) => `${f.isAtLeast ? '≥ ' : ''}${digits(f.held)}`,
			[atLeast(results, 'held', 635_000, '')]
		)
	]
};
