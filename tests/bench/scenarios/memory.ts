import { atMost, digits, row } from '../goals.ts';
import { PEERS, type Peer } from '../peer.ts';
import type { Bench, Figures, Scenario } from '../scenario.ts';
import type { PeerName } from '../peer.ts';
import { until } from '../until.ts';

/** As many as a room here takes, and some of those: in megabytes a few hundred connections are lost. */
const CONNECTIONS = { rooms: 4, guestsPerRoom: 500 };
const ROOMS = 2_000;
/** Servers let go of what nobody has open in their own time. */
const GIVES_BACK_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 500;
/** Given back is: within a tenth of what was taken. */
const KEPT_SHARE = 0.1;
/** A room of ours stays open a minute after the last one left; here nobody waits for that. */
const UNLOAD_AFTER_MS = 1_000;

async function measureMemory(
	{ stage, start, gather }: Bench,
	peer: PeerName,
	{ rooms: count, guestsPerRoom, text }: { rooms: number; guestsPerRoom: number; text?: Uint8Array }
): Promise<Figures> {
	const { rooms, setting } = await stage.addRooms(peer, count + 1, text);
	const server = await start(peer, { ...setting, unloadAfterMs: UNLOAD_AFTER_MS });
	const { ask } = gather();
	const cookies = peer === 'ours' ? stage.cookies : [];
	const opening = { peer, port: server.port, cookies };
	// Code is loaded and pools are filled by the first.
	await ask('open', { ...opening, rooms: rooms.slice(0, 1), guestsPerRoom: 20 });
	await ask('leave', undefined);
	const before = await settle(server);

	await ask('open', { ...opening, rooms: rooms.slice(1), guestsPerRoom });
	const open = await settle(server);
	await ask('leave', undefined);
	const mayKeep = before.held + KEPT_SHARE * (open.held - before.held);
	let after = await server.memory();
	await until(async () => {
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
		after = await server.memory();
		return after.held <= mayKeep;
	}, GIVES_BACK_WITHIN_MS).catch(() => {});

	const each = 1024 * count * guestsPerRoom;
	return {
		each: (open.held - before.held) / each,
		eachResident: (open.resident - before.resident) / each,
		before: before.held / 2 ** 20,
		open: open.held / 2 ** 20,
		after: after.held / 2 ** 20,
		residentOpen: open.resident / 2 ** 20,
		residentAfter: after.resident / 2 ** 20,
		keptPercent: (100 * (after.held - before.held)) / (open.held - before.held)
	};
}

/** What is held when what was done last is done: two looks that are the same but for a hundredth. */
async function settle(server: Peer) {
	let last = await server.memory();
	await until(async () => {
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
		const now = await server.memory();
		const isSame = Math.abs(now.held - last.held) < last.held / 100;
		last = now;
		return isSame;
	}, GIVES_BACK_WITHIN_MS).catch(() => {});
	return last;
}

const withResident = (f: Figures) => `${digits(f.each)} (${digits(f.eachResident)})`;

export const CONNECTION_MEMORY: Scenario = {
	name: 'memory of connections',
	limitSeconds: 90,
	peers: PEERS,
	measure: (bench, peer) => measureMemory(bench, peer, CONNECTIONS),
	rows: (results) => [
		row('kB per connection (of the whole process)', results, withResident, [
			atMost(results, 'each', 16, ' kB')
		])
	]
};

export const TEXT_MEMORY: Scenario = {
	name: 'memory of texts',
	limitSeconds: 150,
	peers: PEERS,
	measure: (bench, peer) => {
		const text = bench.texts.small().state;
		return measureMemory(bench, peer, { rooms: ROOMS, guestsPerRoom: 1, text });
	},
	rows: (results) => [
		row(
			'kB per open text of 20 kB and its connection (of the whole process)',
			results,
			withResident,
			[atMost(results, 'each', 60, ' kB')]
		),
		row(
			'2,000 of those: MB before → open → after all left',
			results,
			(f) => `${digits(f.before)} → ${digits(f.open)} → ${digits(f.after)}`,
			[atMost(results, 'keptPercent', 100 * KEPT_SHARE, ' % kept')]
		)
	]
};
