import type { Crowd } from './crowd.ts';
import type { Peer, PeerName } from './peer.ts';
import type { Setting } from './peers/gauge.ts';
import type { Stage } from './stage.ts';
import type { Text } from './texts.ts';

/** What was measured of one server, by name: numbers, of which the median over repetitions counts. */
export type Figures = Record<string, number>;
export type Results = Partial<Record<PeerName, Figures>>;

/** `isMet` is null when it was not measured. */
export type Goal = { says: string; isMet: boolean | null };
export type Row = { says: string; cells: Partial<Record<PeerName, string>>; goals: Goal[] };

/** What a scenario measures with. What it starts here is ended after each measurement, also a failed one. */
export type Bench = {
	stage: Stage;
	isQuick: boolean;
	texts: { paper(): Text; pages(): Text; small(): Text };
	start(peer: PeerName, setting: Setting): Promise<Peer>;
	gather(): Crowd;
};

export type Scenario = {
	name: string;
	/** One measurement of one server takes no longer than this. */
	limitSeconds: number;
	/** Who can take part; a relay has no text to open. */
	peers: readonly PeerName[];
	measure(bench: Bench, peer: PeerName): Promise<Figures>;
	rows(results: Results): Row[];
};
