import { atMost, row } from '../goals.ts';
import type { PeerName } from '../peer.ts';
import type { Bench, Figures, Scenario } from '../scenario.ts';
import { until } from '../until.ts';

const AFTER_SECONDS = [5, 9, 13];
const GUESTS = 8;
const TYPING = 5;
const PER_SECOND = 5;
/** Whatever a server reads from where it stores has come by then. */
const QUIET_MS = 1_500;

/** Edits that others had seen, and that are gone when the server is back. */
async function cutPower(
	{ stage, start, gather, texts }: Bench,
	peer: PeerName,
	seconds: number
): Promise<{ seen: number; gone: number }> {
	const { rooms, setting } = await stage.addRooms(peer, 1, texts.small().state);
	const cookies = peer === 'ours' ? stage.cookies : [];
	const server = await start(peer, setting);
	const writing = gather();
	const { port } = server;
	await writing.ask('open', { peer, port, rooms, guestsPerRoom: GUESTS, cookies });
	await writing.ask('found', { typing: TYPING, updates: (seconds + 5) * PER_SECOND });
	await writing.ask('type', { perSecond: PER_SECOND });
	await writing.ask('watch', { seconds });
	await server.kill();
	const seen = await writing.ask('seen', undefined);

	const again = await start(peer, setting);
	const reading = gather();
	const opening = { peer, port: again.port, rooms, guestsPerRoom: 1, cookies, keeps: true };
	await reading.ask('open', opening);
	await until(async () => (await reading.ask('read', undefined)).quietMs > QUIET_MS, 20_000);
	const { clocks } = await reading.ask('read', undefined);
	const stored = new Map(clocks);
	return {
		seen: seen.reduce((sum, one) => sum + one.seen, 0),
		gone: seen.reduce((sum, one) => sum + Math.max(0, one.seen - (stored.get(one.client) ?? 0)), 0)
	};
}

const show = (f: Figures) =>
	AFTER_SECONDS.map((seconds) => `${f[`gone ${seconds}`]} of ${f[`seen ${seconds}`]}`).join(', ');

export const POWER_CUT: Scenario = {
	name: 'power cut',
	limitSeconds: 90,
	peers: ['y-websocket', 'hocuspocus', 'ours'],
	async measure(bench, peer) {
		const cuts = await Promise.all(
			AFTER_SECONDS.map(async (seconds) => ({ seconds, ...(await cutPower(bench, peer, seconds)) }))
		);
		const figures: Figures = { gone: cuts.reduce((sum, { gone }) => sum + gone, 0) };
		for (const { seconds, seen, gone } of cuts) {
			figures[`seen ${seconds}`] = seen;
			figures[`gone ${seconds}`] = gone;
		}
		return figures;
	},
	rows: (results) => [
		row(`kill -9 after 5, 9, 13 s of typing: edits others had seen, gone`, results, show, [
			atMost(results, 'gone', 0, '')
		])
	]
};
