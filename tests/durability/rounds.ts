import { openChance, type Chance } from '#tests/live/chance.ts';
import type { RoundsOptions } from '#tests/live/rounds-command.ts';
import type { Sabotage } from './sloppy-logs.ts';
import { openDurabilityStage, type DurabilityStage } from './stage.ts';
import { findLosses, openWriter, type Writer } from './writer.ts';

const WRITERS = 10;
const PARTS = 3;
/** Then they go on in new texts: the length of a text is not to decide how long a round takes. */
const ROUNDS_IN_TEXTS = 10;
/** A writer types this often, give or take: together a few hundred edits a second. */
const WRITE_EVERY_MS = 30;

const DISASTERS = ['server', 'postgres', 'both', 'connections'] as const;
type Disaster = (typeof DISASTERS)[number];

/** Who type in the same texts. */
type Company = { parts: readonly string[]; writers: readonly Writer[]; leave(): void };

export type Round = { disaster: Disaster; inserts: number; deletes: number; losses: number };
export type Outcome = { rounds: Round[]; latencies: number[] };

/**
 * Lets ten people type and delete, kills something at a random moment, and asks PostgreSQL alone
 * whether all that was acknowledged is still so; again and again in the same texts. Who left is asked for once more
 * in each round, until the next leave: their texts are tidied meanwhile.
 */
export async function runRounds(
	{ rounds, seed, sabotage }: RoundsOptions<Sabotage>,
	tell: (round: Round, nth: number) => void = () => {}
): Promise<Outcome> {
	const chance = openChance(seed);
	const stage = await openDurabilityStage(sabotage);
	const outcome: Outcome = { rounds: [], latencies: [] };
	let gone: Company | undefined;
	let company = await gather(stage, chance);
	const leave = () => {
		company.leave();
		outcome.latencies.push(...company.writers.flatMap(({ latencies }) => latencies));
	};
	try {
		for (let nth = 0; nth < rounds; nth++) {
			const { writers } = company;
			await until(() => writers.every((writer) => writer.client.provider.synced), writers);
			await pause(200 + chance.below(1500));
			const disaster = DISASTERS[(nth + seed) % DISASTERS.length]!;
			await strike(stage, disaster, writers, chance);
			const losses = gone ? (await judge(stage, gone)).losses : 0;
			const judged = await judge(stage, company);
			outcome.rounds.push({ disaster, ...judged, losses: judged.losses + losses });
			tell(outcome.rounds.at(-1)!, nth);
			if (sabotage && outcome.rounds.at(-1)!.losses > 0) break;
			await stage.mend();
			if (nth % ROUNDS_IN_TEXTS !== ROUNDS_IN_TEXTS - 1) continue;
			leave();
			gone = company;
			company = await gather(stage, chance);
		}
	} finally {
		leave();
		await stage.close();
	}
	outcome.latencies.sort((a, b) => a - b);
	return outcome;
}

async function gather(stage: DurabilityStage, chance: Chance): Promise<Company> {
	const { address, headers } = stage;
	const parts = await stage.addParts(PARTS);
	const writers = Array.from({ length: WRITERS }, (_, nth) =>
		openWriter(`${nth}`, chance, { address, headers, part: parts[nth % parts.length]! })
	);
	const timers = writers.map((writer) =>
		setInterval(() => writer.write(), WRITE_EVERY_MS - 10 + chance.below(20))
	);
	const leave = () => {
		for (const timer of timers) clearInterval(timer);
		for (const { client } of writers) {
			client.close();
			client.doc.destroy();
		}
	};
	return { parts, writers, leave };
}

async function strike(
	stage: DurabilityStage,
	disaster: Disaster,
	writers: readonly Writer[],
	chance: Chance
): Promise<void> {
	if (disaster === 'connections') await stage.cutConnections();
	if (disaster === 'postgres' || disaster === 'both') await stage.killPostgres();
	// The server goes on alone for a while, and may say nothing that is not so.
	if (disaster === 'postgres' || disaster === 'connections') await pause(chance.below(600));
	await stage.killServer();
	await until(() => writers.every((writer) => writer.isAway()), writers);
}

async function judge(stage: DurabilityStage, { parts, writers }: Company) {
	let losses = 0;
	for (const part of parts) {
		losses += findLosses(writers, part, await stage.read(part)).length;
	}
	const acknowledged = writers.flatMap(({ edits }) => edits.filter((edit) => edit.isAcknowledged));
	const inserts = acknowledged.filter((edit) => edit.kind === 'insert').length;
	return { inserts, deletes: acknowledged.length - inserts, losses };
}

async function until(isSo: () => boolean, writers: readonly Writer[]): Promise<void> {
	const deadline = performance.now() + 60_000;
	while (!isSo()) {
		if (performance.now() > deadline) {
			const states = writers.map(({ client: { provider, code } }) =>
				[provider.wsconnected, provider.wsconnecting, provider.synced, code()].join('/')
			);
			const kinds = 'connected/connecting/synced/last close code';
			throw new Error(`waited too long for ${isSo}; ${kinds}: ${states.join(' ')}`);
		}
		await pause(5);
	}
}

function pause(milliseconds: number): Promise<void> {
	// A disaster at a random moment is what this is about.
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
