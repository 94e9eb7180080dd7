import { atMostTimes, digits, row } from '../goals.ts';
import type { PeerName } from '../peer.ts';
import type { Bench, Figures, Results, Scenario } from '../scenario.ts';
import type { Text } from '../texts.ts';

/** Copies of the text, opened one after another; the first are for the compilers on both sides: the text is cold, not the server. */
const COPIES = 21;
const WARM_UP = 12;
const JOINING = 50;
const WITH_TEXT: PeerName[] = ['y-websocket', 'hocuspocus', 'ours'];
/** An answer holds nearly all that was stored, however it is written. */
const MOST_OF_IT = 0.9;

/** Nobody has it open, and the server was just started: it comes from where the server stores. */
async function measureOpening(bench: Bench, peer: PeerName, text: Text): Promise<Figures> {
	const { stage, start, gather } = bench;
	const { rooms, setting } = await stage.addRooms(peer, COPIES, text.state);
	const server = await start(peer, setting);
	const cookies = peer === 'ours' ? stage.cookies : [];
	const awaitsBytes = text.state.length * MOST_OF_IT;
	const opening = { peer, port: server.port, cookies, guestsPerRoom: 1, awaitsBytes };
	const times: { arrived: number; applied: number; cpu: number }[] = [];
	const { ask } = gather();
	for (const room of rooms) {
		const before = await server.cpu();
		const { allMs } = await ask('open', { ...opening, rooms: [room], keeps: true });
		const cpu = (await server.cpu()) - before;
		const { applyMs } = await ask('read', undefined);
		times.push({ arrived: allMs, applied: applyMs, cpu });
		await ask('leave', undefined);
	}
	const [first] = times;
	const others = times.slice(WARM_UP);
	const middle = (of: (time: (typeof times)[number]) => number) =>
		others.map(of).sort((a, b) => a - b)[Math.floor(others.length / 2)] ?? NaN;
	return {
		ms: middle(({ arrived, applied }) => arrived + applied),
		arrivedMs: middle(({ arrived }) => arrived),
		appliedMs: middle(({ applied }) => applied),
		cpuMs: middle(({ cpu }) => cpu),
		firstMs: first!.arrived + first!.applied
	};
}

/** Fifty come in at once where one is already. */
async function measureJoining(bench: Bench, peer: PeerName, text: Text): Promise<Figures> {
	const { stage, start, gather } = bench;
	const { rooms, setting } = await stage.addRooms(peer, 1, text.state);
	const server = await start(peer, setting);
	const cookies = peer === 'ours' ? stage.cookies : [];
	const awaitsBytes = text.state.length * MOST_OF_IT;
	const opening = { peer, port: server.port, cookies, rooms, awaitsBytes };
	await gather().ask('open', { ...opening, guestsPerRoom: 1 });
	const { ask } = gather();
	const rounds: { cpu: number; ms: number }[] = [];
	for (let round = 0; round < 3; round++) {
		const before = await server.cpu();
		const { allMs } = await ask('open', { ...opening, guestsPerRoom: JOINING, atOnce: true });
		rounds.push({ cpu: ((await server.cpu()) - before) / JOINING, ms: allMs });
		await ask('leave', undefined);
	}
	const [, ...others] = rounds;
	return {
		cpuMs: Math.min(...others.map(({ cpu }) => cpu)),
		ms: Math.min(...others.map(({ ms }) => ms))
	};
}

const both =
	(measure: typeof measureOpening): Scenario['measure'] =>
	async (bench, peer) => {
		const figures: Figures = {};
		for (const [prefix, text] of [
			['paper', bench.texts.paper()],
			['pages', bench.texts.pages()]
		] as const) {
			for (const [name, value] of Object.entries(await measure(bench, peer, text))) {
				figures[`${prefix} ${name}`] = value;
			}
		}
		return figures;
	};

const two = (figure: string) => (f: Figures) =>
	`${digits(f[`paper ${figure}`])} / ${digits(f[`pages ${figure}`])}`;
const twoGoals = (results: Results, figure: string) => [
	atMostTimes(results, `paper ${figure}`, 0.2, 'hocuspocus', 'paper '),
	atMostTimes(results, `pages ${figure}`, 0.2, 'hocuspocus', 'pages ')
];

export const COLD: Scenario = {
	name: 'cold',
	limitSeconds: 90,
	peers: WITH_TEXT,
	measure: both(measureOpening),
	rows: (results) => [
		row(
			'open cold, a whole paper / 100 pages: ms to the text in the client',
			results,
			(f) => `${two('ms')(f)} (of which client ${two('appliedMs')(f)})`,
			twoGoals(results, 'ms')
		),
		row('same, CPU ms', results, two('cpuMs'), twoGoals(results, 'cpuMs'))
	]
};

export const JOINING_AT_ONCE: Scenario = {
	name: 'joining',
	limitSeconds: 90,
	peers: WITH_TEXT,
	measure: both(measureJoining),
	rows: (results) => [
		row(
			'50 join at once, paper / 100 pages: CPU ms per join',
			results,
			two('cpuMs'),
			twoGoals(results, 'cpuMs')
		)
	]
};
