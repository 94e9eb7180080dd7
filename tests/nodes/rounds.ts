import { openChance, type Chance } from '#tests/live/chance.ts';
import { findLosses, openWriter, type Writer } from '#tests/durability/writer.ts';
import type { RoundsOptions } from '#tests/live/rounds-command.ts';
import type { Sabotage } from './deaf-buses.ts';
import { openNodesStage, type NodesStage } from './stage.ts';

const WRITERS = 8;
/** A writer types this often, give or take. */
const WRITE_EVERY_MS = 40;
/** Long after the last repair all must be the same everywhere. */
const AGREE_WITHIN_MS = 30_000;
/** Where they never will be, nobody waits as long as for a machine that is slow. */
const DISAGREE_FOR_MS = 12_000;

export const DISASTERS = [
	'Redis is emptied',
	'Redis is killed',
	'Redis stands still',
	'a line is cut',
	'a line is cut one way',
	'connections break',
	'Redis is slow',
	'a node is killed',
	'a node restarts'
] as const;
export type Disaster = (typeof DISASTERS)[number];

export type Round = {
	disaster: Disaster;
	/** Edits that were acknowledged so far, and how many of them are not so. */
	acknowledged: number;
	losses: number;
	/** Why not both nodes and PostgreSQL had the same text in the end; null when they had. */
	difference: string | null;
};

/**
 * Lets people type on two nodes while something happens between them, mends it, and waits until all have
 * the same text; again and again in the same texts. Ends at the first failure when there is sabotage.
 */
export async function runRounds(
	{ rounds, seed, sabotage }: RoundsOptions<Sabotage>,
	tell: (round: Round, nth: number) => void = () => {}
): Promise<Round[]> {
	const chance = openChance(seed);
	const stage = await openNodesStage(sabotage);
	const writers = Array.from({ length: WRITERS }, (_, nth) =>
		openWriter(`${nth}`, chance, {
			address: stage.nodes[nth % 2]!.address,
			headers: stage.headers,
			part: stage.parts[(nth >> 1) % stage.parts.length]!
		})
	);
	const patience = sabotage ? DISAGREE_FOR_MS : AGREE_WITHIN_MS;
	const done: Round[] = [];
	try {
		for (let nth = 0; nth < rounds; nth++) {
			await until(() => writers.every(({ client }) => client.provider.synced), 60_000);
			const disaster = DISASTERS[(nth + seed) % DISASTERS.length]!;
			const stopTyping = typeAll(writers, chance);
			await pause(200 + chance.below(400));
			const mend = await strike(stage, disaster, chance);
			await pause(300 + chance.below(1500));
			// What comes after could tell a node that it missed something; it must find out without.
			stopTyping();
			await mend();
			done.push({ disaster, ...(await judge(stage, writers, patience)) });
			tell(done.at(-1)!, nth);
			if (sabotage && isFailed(done.at(-1)!)) break;
		}
	} finally {
		for (const { client } of writers) client.close();
		await stage.close();
	}
	return done;
}

export function isFailed(round: Round): boolean {
	return round.losses > 0 || round.difference !== null;
}

function typeAll(writers: readonly Writer[], chance: Chance): () => void {
	const timers = writers.map((writer) =>
		setInterval(() => writer.write(), WRITE_EVERY_MS - 10 + chance.below(20))
	);
	return () => timers.forEach((timer) => clearInterval(timer));
}

/** Lets it happen; gives what mends it. */
async function strike(
	{ redis, nodes }: NodesStage,
	disaster: Disaster,
	chance: Chance
): Promise<() => Promise<void>> {
	const node = chance.of(nodes);
	const { line } = node;
	const heal = async () => line.heal();
	switch (disaster) {
		case 'Redis is emptied':
			await redis.command('FLUSHALL');
			return async () => {};
		case 'Redis is killed':
			await redis.kill();
			return () => redis.start();
		case 'Redis stands still': {
			const thaw = redis.freeze();
			return async () => thaw();
		}
		case 'a line is cut':
			line.cut('both');
			return heal;
		case 'a line is cut one way':
			line.cut(chance.of(['in', 'out'] as const));
			// With all that was on its way.
			return async () => {
				line.reset();
				line.heal();
			};
		case 'connections break':
			for (const each of nodes) each.line.reset();
			return async () => {};
		case 'Redis is slow':
			line.heal(200);
			return heal;
		case 'a node is killed':
			await node.kill();
			return () => node.start();
		case 'a node restarts':
			await node.stop();
			return () => node.start();
	}
}

async function judge(stage: NodesStage, writers: readonly Writer[], withinMs: number) {
	const differenceNow = () => {
		const away = writers.filter(({ client }) => !client.provider.synced).length;
		if (away > 0) return `${away} are not back`;
		const unsaid = writers.filter(({ edits }) => edits.some((edit) => !edit.isAcknowledged)).length;
		return unsaid > 0 ? `${unsaid} are not told that all is stored` : null;
	};
	const differenceStored = async () => {
		for (const part of stage.parts) {
			const stored = await stage.read(part);
			const others = writers.filter(
				(writer) => writer.part === part && writer.client.text() !== stored
			);
			if (others.length > 0) return `${others.length} see another text than is stored`;
		}
		return null;
	};
	const deadline = performance.now() + withinMs;
	let difference: string | null;
	do {
		await pause(50);
		difference = differenceNow() ?? (await differenceStored());
	} while (difference && performance.now() < deadline);
	let losses = 0;
	for (const part of stage.parts)
		losses += findLosses(writers, part, await stage.read(part)).length;
	const acknowledged = writers.flatMap(({ edits }) => edits.filter((edit) => edit.isAcknowledged));
	return { acknowledged: acknowledged.length, losses, difference };
}

async function until(isSo: () => boolean, withinMs: number): Promise<void> {
	const deadline = performance.now() + withinMs;
	while (!isSo()) {
		if (performance.now() > deadline) throw new Error(`waited too long for ${isSo}`);
		await pause(10);
	}
}

function pause(milliseconds: number): Promise<void> {
	// Disasters at random moments are what this is about.
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
