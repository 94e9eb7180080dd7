import { atMost, atMostTimes, digits, row } from '../goals.ts';
import { PEERS } from '../peer.ts';
import type { Results, Scenario } from '../scenario.ts';
import { measureTyping } from '../typing.ts';

/** Ten people who type ten characters a second, before so many others. */
function oneRoom(guests: number, rows: Scenario['rows']): Scenario {
	return {
		name: `one room of ${guests}`,
		limitSeconds: 90,
		peers: PEERS,
		measure: (bench, peer) =>
			measureTyping(bench, peer, {
				...{ rooms: 1, guestsPerRoom: guests, typing: 10, perSecond: 10 },
				seconds: bench.isQuick ? 6 : 10
			}),
		rows
	};
}

const cpu = (says: string, results: Results, goals: Parameters<typeof row>[3]) =>
	row(`${says}: CPU ms per 1,000 deliveries`, results, (f) => digits(f.perThousand), goals);
const latency = (results: Results, most: number) =>
	row('same, p50 / p99 ms', results, (f) => `${digits(f.p50)} / ${digits(f.p99)}`, [
		atMost(results, 'p99', most, ' p99')
	]);

export const ROOM_OF_200 = oneRoom(200, (results) => [
	cpu('1 room × 200, 10 typing', results, [
		atMostTimes(results, 'perThousand', 0.75, 'hocuspocus'),
		atMostTimes(results, 'perThousand', 1.2, 'relay')
	]),
	latency(results, 20)
]);

export const ROOM_OF_500 = oneRoom(500, (results) => [
	cpu('1 room × 500, 10 typing', results, [atMostTimes(results, 'perThousand', 1, 'relay')]),
	latency(results, 20)
]);

/** Two a second each: so slow that the relay has a tenth of a processor to do. */
export const MANY_ROOMS: Scenario = {
	name: 'many rooms',
	limitSeconds: 150,
	peers: PEERS,
	measure: (bench, peer) =>
		measureTyping(bench, peer, {
			...{ rooms: 1_000, guestsPerRoom: 2, typing: 2, perSecond: 2 },
			// One time for each text that a server stores every ten seconds.
			seconds: 10
		}),
	rows: (results) => [
		cpu('1,000 rooms × 2, both typing 2/s', results, [
			atMostTimes(results, 'perThousand', 0.45, 'hocuspocus'),
			atMostTimes(results, 'perThousand', 1.7, 'relay')
		]),
		row('same, with PostgreSQL', results, (f) => digits(f.perThousandWithPostgres), [
			atMostTimes(results, 'perThousandWithPostgres', 0.55, 'hocuspocus')
		]),
		latency(results, 15)
	]
};

export const ACKS: Scenario = {
	name: 'acks',
	limitSeconds: 60,
	peers: ['ours'],
	measure: (bench, peer) =>
		measureTyping(bench, peer, {
			...{ rooms: 1, guestsPerRoom: 50, typing: 50, perSecond: 5, wantsAcks: true },
			seconds: bench.isQuick ? 8 : 20
		}),
	rows: (results) => [
		row(
			'acknowledgement, 50 typing 5/s, p50 / p95 / p99 ms',
			results,
			(f) => `${digits(f.ackP50)} / ${digits(f.ackP95)} / ${digits(f.ackP99)}`,
			[atMost(results, 'ackP95', 100, ' p95'), atMost(results, 'ackP99', 250, ' p99')]
		)
	]
};
