import { openChance, type Chance } from '#tests/live/chance.ts';
import type { Sabotage } from './sloppy-logs.ts';
import { openDurabilityStage, type DurabilityStage } from './stage.ts';
import { findLosses, openWriter, type Writer } from './writer.ts';

const WRITERS = 10;
/** A writer types this often, give or take: together a few hundred edits a second. */
const WRITE_EVERY_MS = 30;

const DISASTERS = ['server', 'postgres', 'both', 'connections'] as const;
type Disaster = (typeof DISASTERS)[number];

export type Round = { disaster: Disaster; inserts: number; deletes: number; losses: number };
export type Outcome = { rounds: Round[]; latencies: number[] };

/**
 * Lets ten people type and delete, kills something at a random moment, and asks PostgreSQL alone
 * whether all that was acknowledged is still so; again and again in the same texts.
 */
export async function runRounds(
	{ rounds, seed, sabotage }: { rounds: number; seed: number; sabotage?: Sabotage },
	tell: (round: Round, nth: number) => void = () => {}
): Promise<Outcome> {
	const chance = openChance(seed);
	const stage = await openDurabilityStage(sabotage);
	const { address, headers, parts } = stage;
	const writers = Array.from({ length: WRITERS }, (_, nth) =>
		openWriter(`${nth}`, chance, { address, headers, part: parts[nth % parts.length]! })
	);
	const timers = writers.map((writer) =>
		setInterval(() => writer.write(), WRITE_EVERY_MS - 10 + chance.below(20))
	);
	const outcome: Outcome = { rounds: [], latencies: [] };
	try {
		for (let nth = 0; nth < rounds; nth++) {
			await until(() => writers.every((writer) => writer.client.provider.synced));
			await pause(200 + chance.below(1500));
			const disaster = DISASTERS[(nth + seed) % DISASTERS.length]!;
			await strike(stage, disaster, writers, chance);
			outcome.rounds.push({ disaster, ...(await judge(stage, writers)) });
			tell(outcome.rounds.at(-1)!, nth);
			if (sabotage && outcome.rounds.at(-1)!.losses > 0) break;
			await stage.mend();
		}
	} finally {
		for (const timer of timers) clearInterval(timer);
		for (const writer of writers) writer.client.close();
		await stage.close();
	}
	outcome.latencies = writers.flatMap((writer) => writer.latencies).sort((a, b) => a - b);
	return outcome;
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
	await until(() => writers.every((writer) => writer.isAway()));
}

async function judge(stage: DurabilityStage, writers: readonly Writer[]) {
	let losses = 0;
	for (const part of stage.parts) {
		losses += findLosses(writers, part, await stage.read(part)).length;
	}
	const acknowledged = writers.flatMap(({ edits }) => edits.filter((edit) => edit.isAcknowledged));
	const inserts = acknowledged.filter((edit) => edit.kind === 'insert').length;
	return { inserts, deletes: acknowledged.length - inserts, losses };
}

async function until(isSo: () => boolean): Promise<void> {
	const deadline = performance.now() + 60_000;
	while (!isSo()) {
		if (performance.now() > deadline) throw new Error(`waited too long for ${isSo}`);
		await pause(5);
	}
}

function pause(milliseconds: number): Promise<void> {
	// A disaster at a random moment is what this is about.
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
