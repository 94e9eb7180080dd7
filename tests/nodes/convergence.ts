import * as Y from 'yjs';
import { appendUpdate, loadText } from '#db/queries/updates.ts';
import { openRedisBus } from '#server/redis-bus.ts';
import { buildDoc } from '#server/stored-text.ts';
import { addDocument } from '#tests/integration/builders.ts';
import { until } from '#tests/bench/until.ts';
import { act, type Action } from '#tests/live/act.ts';
import { openChance, type Chance } from '#tests/live/chance.ts';
import { firstLine, openClient, type Client } from '#tests/live/client.ts';
import type { RoundsOptions } from '#tests/live/rounds-command.ts';
import { compactLog } from '#ws/compact-log.ts';
import { openUpdateLog } from '#ws/update-log.ts';
import { Workshop } from '#ws/workshop.ts';
import { disagreement } from './agreement.ts';
import { openSloppyLog, type SloppyCompaction } from './sloppy-compactions.ts';
import { openNodesStage, type NodesStage } from './stage.ts';

const PEOPLE = 4;
const ACTS = 50;
const SYNCED_WITHIN_MS = 30_000;
/** Long after the last edit all must be the same everywhere. */
const AGREE_WITHIN_MS = 20_000;
const OVERTAKEN_WITHIN_MS = 300;
const COMMITS_AFTER_MS = 100;
const WORDS = ['a', 'wijk ', 'é', '👩‍👩‍👧', '🧑🏽‍🌾', 'zorg', '🇳🇱', '\u0301'];

export type Convergence = {
	acts: number;
	/** Frames that were sent twice, and compactions in the middle of it all. */
	doubled: number;
	compactions: number;
	/** Of those, that left the text as it was. */
	failed: number;
	/** What is different in the end; null when nothing is. */
	difference: string | null;
};

type Person = { client: Client; sent: Uint8Array[] };

/**
 * Lets four people on two nodes do whatever they like in a new text each round: type, mark, split, leave,
 * come back on the other node, send things twice, while others compact it and one commits late. Then all
 * clients and PostgreSQL must be the same. Ends at the first difference when there is sabotage.
 */
export async function converge(
	{ rounds, seed, sabotage }: RoundsOptions<SloppyCompaction>,
	tell: (round: Convergence, nth: number) => void = () => {}
): Promise<Convergence[]> {
	const chance = openChance(seed);
	const stage = await openNodesStage();
	const workshop = new Workshop();
	const bus = await openRedisBus(stage.redis.url, { name: 'nodes', report: () => {} });
	const { db } = stage.database;
	const log = sabotage ? openSloppyLog(db, sabotage) : openUpdateLog(db);
	// One that fails leaves what is stored as it was.
	const compact = (part: string) =>
		compactLog({ log, workshop }, part, () => {}).then(
			() => true,
			() => false
		);
	const ring = (part: string) => bus.ring({ kind: 'updates', part });
	const done: Convergence[] = [];
	try {
		for (let nth = 0; nth < rounds; nth++) {
			done.push(await play(stage, { compact, ring }, chance));
			tell(done.at(-1)!, nth);
			if (sabotage && done.at(-1)!.difference) break;
		}
	} finally {
		await bus.close();
		await workshop.close();
		await stage.close();
	}
	return done;
}

type Others = {
	/** False when it failed. */
	compact(part: string): Promise<boolean>;
	ring(part: string): void;
};

async function play(stage: NodesStage, others: Others, chance: Chance): Promise<Convergence> {
	const { db } = stage.database;
	const { werkplaatsId, author } = stage;
	const { part } = await addDocument(db, { werkplaatsId, createdBy: author });
	const people = Array.from({ length: PEOPLE }, (_, nth) => enter(stage, part, nth));
	const round = { acts: 0, doubled: 0, compactions: 0, failed: 0 };
	const compactions: Promise<boolean>[] = [];
	const late: Promise<number | null>[] = [];
	try {
		await until(() => people.every(({ client }) => client.provider.synced), SYNCED_WITHIN_MS);
		firstLine(people[0]!.client.doc).insert(0, 'begin ');
		await until(() => isSame(people), SYNCED_WITHIN_MS);
		for (; round.acts < ACTS; round.acts++) {
			const person = chance.of(people);
			const fate = chance.below(40);
			if (fate === 0) move(stage, person, chance);
			else if (fate < 4) round.doubled += sendAgain(person, chance);
			else act(person.client, anyAct(chance));
			if (round.acts % 12 === 6) {
				// A node whose commit takes its time.
				late.push(commitLate(stage, others, part, people[0]!.client.doc, round.acts));
			}
			if (round.acts % 12 === 11) {
				// Two at once, as two nodes may.
				compactions.push(others.compact(part), others.compact(part));
			}
			// Others' edits come in between.
			await new Promise((resolve) => setTimeout(resolve, chance.below(8)));
		}
		for (const { client } of people) client.provider.connect();
		const committed = await Promise.all(late);
		const ends = await Promise.all(compactions);
		round.compactions = ends.length;
		round.failed = ends.filter((succeeded) => !succeeded).length;
		others.ring(part);
		let difference: string | null = 'not all came back';
		const agree = async () => {
			if (!people.every(({ client }) => client.provider.synced)) return false;
			const stored = buildDoc(await loadText(db, part));
			const docs = people.map(({ client }) => client.doc);
			difference = disagreement(docs, stored);
			const { sv } = Y.snapshot(stored);
			if (committed.some((client) => client !== null && !sv.has(client))) {
				difference = 'an edit that was committed is gone';
			}
			stored.destroy();
			return difference === null;
		};
		await until(agree, AGREE_WITHIN_MS).catch(() => {});
		return { ...round, difference };
	} finally {
		for (const { client } of people) client.close();
	}
}

function enter({ nodes, headers }: NodesStage, part: string, nth: number): Person {
	const sent: Uint8Array[] = [];
	const { address } = nodes[nth % 2]!;
	const client = openClient({ address, part, headers, onSend: (frame) => sent.push(frame) });
	return { client, sent };
}

function isSame(people: readonly Person[]): boolean {
	const texts = people.map(({ client }) => client.text());
	return texts.every((text) => text === texts[0]);
}

function anyAct(chance: Chance): Action {
	const at = chance.below(1000) / 1000;
	const length = 1 + chance.below(8);
	const mark = chance.of(['bold', 'italic'] as const);
	return chance.of<() => Action>([
		() => ({ do: 'insert', at, text: chance.of(WORDS) }),
		() => ({ do: 'insert', at, text: chance.of(WORDS) }),
		() => ({ do: 'insert', at, text: chance.of(WORDS) }),
		() => ({ do: 'delete', at, length }),
		() => ({ do: 'mark', at, length, mark, on: chance.below(2) === 0 }),
		() => ({ do: 'split', at }),
		() => ({ do: 'leave' }),
		() => ({ do: 'return' })
	])();
}

/** Leaves, and comes back on the other node. */
function move({ nodes }: NodesStage, { client }: Person, chance: Chance): void {
	client.provider.disconnect();
	client.provider.serverUrl = chance.of(nodes).address;
	client.provider.connect();
}

/** A network that brings something twice, late. */
function sendAgain({ client, sent }: Person, chance: Chance): number {
	const { ws } = client.provider;
	if (sent.length === 0 || ws?.readyState !== 1) return 0;
	ws.send(new Uint8Array(chance.of(sent)));
	return 1;
}

/**
 * Takes its number in the log now, and is there only after others with higher numbers were compacted. Gives
 * the client id of the edit; null when what it was made on is not stored yet.
 */
async function commitLate(
	{ database, author }: NodesStage,
	{ compact, ring }: Others,
	part: string,
	seen: Y.Doc,
	nth: number
): Promise<number | null> {
	const own = new Y.Doc();
	Y.applyUpdate(own, Y.encodeStateAsUpdate(seen));
	const before = Y.encodeStateVector(own);
	const line = firstLine(own);
	line.insert(0, `late ${nth} `);
	const bytes = Y.encodeStateAsUpdate(own, before);
	own.destroy();
	const stored = await loadText(database.db, part);
	// What it was made on must be stored before it.
	const base = buildDoc(stored);
	Y.applyUpdate(base, bytes);
	// Deletes too: an edit carries all that its maker deleted, also what is not stored yet.
	const isReady = !base.store.pendingStructs && !base.store.pendingDs;
	base.destroy();
	if (!isReady) return null;
	let early = Promise.resolve(true);
	await database.db.transaction(async (tx) => {
		const id = await appendUpdate(tx, { part, bytes, author });
		const isOvertaken = async () =>
			(await loadText(database.db, part)).updates.some((update) => update.id > id);
		await until(isOvertaken, OVERTAKEN_WITHIN_MS).catch(() => {});
		early = compact(part);
		// Long enough for that one to have read the log, and not this row.
		await new Promise((resolve) => setTimeout(resolve, COMMITS_AFTER_MS));
	});
	await early;
	ring(part);
	return own.clientID;
}
