import type { Bench, Figures } from './scenario.ts';
import { percents, type PeerName } from './peer.ts';

/** What is typed before anything is measured: code is compiled, buffers have grown. */
const WARM_UP_SECONDS = 2;
/** What was prepared is never all typed: a window lasts a little longer than asked. */
const SLACK_SECONDS = 3;

export type Typing = {
	rooms: number;
	guestsPerRoom: number;
	/** How many in each room type, and how fast. */
	typing: number;
	perSecond: number;
	seconds: number;
	wantsAcks?: boolean;
};

/** Lets people type, and says what it cost and how long it took to arrive. */
export async function measureTyping(
	{ stage, start, gather }: Bench,
	peer: PeerName,
	{ rooms: count, guestsPerRoom, typing, perSecond, seconds, wantsAcks = false }: Typing
): Promise<Figures> {
	const { rooms, setting } = await stage.addRooms(peer, count);
	const server = await start(peer, setting);
	const { ask } = gather();
	const cookies = peer === 'ours' ? stage.cookies : [];
	const { port } = server;
	await ask('open', { peer, port, rooms, guestsPerRoom, cookies, wantsAcks, keeps: true });
	const updates = Math.ceil((WARM_UP_SECONDS + seconds + SLACK_SECONDS) * perSecond);
	await ask('found', { typing, updates });
	await ask('type', { perSecond });
	await ask('watch', { seconds: WARM_UP_SECONDS });

	const before = { server: await server.usage(), postgres: stage.postgresCpu() };
	const watched = await ask('watch', { seconds });
	const after = { server: await server.usage(), postgres: stage.postgresCpu() };
	const { missing, tooMany, differing } = await ask('stop', undefined);
	const amiss = Object.entries({ missing, tooMany, differing }).filter(([, count]) => count > 0);
	if (amiss.length > 0) throw new Error(amiss.map(([what, of]) => `${of} ${what}`).join(', '));

	const { delivered, latency, ackLatency, loadCpu, sent, frames } = watched;
	if (delivered === 0) throw new Error('nothing was delivered while it was measured');
	const cpuMs = after.server.cpuMs - before.server.cpuMs;
	const postgresMs = (after.postgres ?? NaN) - (before.postgres ?? NaN);
	const thousands = delivered / 1000;
	return {
		perThousand: cpuMs / thousands,
		perThousandWithPostgres:
			(cpuMs + (peer === 'relay' || peer === 'y-websocket' ? 0 : postgresMs)) / thousands,
		...percents(before.server, after.server, watched.seconds),
		postgresPercent: postgresMs / watched.seconds / 10,
		perSecond: delivered / watched.seconds,
		sentPerSecond: sent / watched.seconds,
		framesPerSecond: frames / watched.seconds,
		p50: latency.p50,
		p99: latency.p99,
		ackP50: ackLatency.p50,
		ackP95: ackLatency.p95,
		ackP99: ackLatency.p99,
		loadPercent: loadCpu * 100
	};
}
