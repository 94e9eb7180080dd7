import { parseArgs } from 'node:util';
import { PEERS, type PeerName } from './peer.ts';
import type { Scenario } from './scenario.ts';

export type Options = {
	scenarios: Scenario[];
	peers: PeerName[];
	repetitions: number;
	seed: number;
	isQuick: boolean;
	/** A recorded paper elsewhere than where the trace is looked for. */
	trace?: string;
	/** Where to leave a profile of each server. */
	profiles?: string;
	/** Where to write the table, beside showing it. */
	table?: string;
};

/** What was asked for; throws a sentence when that can't be. */
export function readOptions(all: readonly Scenario[]): Options {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', multiple: true },
			servers: { type: 'string', default: PEERS.join() },
			repetitions: { type: 'string' },
			seed: { type: 'string', default: String(Date.now() % 1_000_000) },
			quick: { type: 'boolean', default: false },
			trace: { type: 'string' },
			profiles: { type: 'string' },
			table: { type: 'string' }
		}
	});
	const names = values.only;
	const scenarios = names ? all.filter(({ name }) => names.includes(name)) : [...all];
	if (names && scenarios.length < names.length) {
		throw new Error(`--only is one of: ${all.map(({ name }) => name).join(', ')}`);
	}
	const servers = values.servers.split(',');
	const peers = PEERS.filter((peer) => servers.includes(peer));
	if (peers.length < servers.length) throw new Error(`--servers are of: ${PEERS.join(', ')}`);
	const repetitions = Number(values.repetitions ?? (values.quick ? 1 : 3));
	const { trace, profiles, table } = values;
	const isQuick = values.quick;
	return {
		scenarios,
		peers,
		repetitions,
		seed: Number(values.seed),
		isQuick,
		trace,
		profiles,
		table
	};
}
