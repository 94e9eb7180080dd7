import fc from 'fast-check';
import * as Y from 'yjs';
import { anyContent } from '#domain/content/arbitrary.ts';
import { cleanContent } from '#domain/content/clean.ts';
import type { Content } from '#domain/content/schema.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { openChance, type Chance } from '#tests/live/chance.ts';
import { Writer } from './writer.ts';

/** An update that one of ours makes, and the text that it is made in. */
export type Honest = {
	update: Uint8Array;
	before: () => Uint8Array;
	/** The text before is the text with the last update of this session in it. */
	isNext: boolean;
	session: number;
	/** Whether undo failed in the middle of the edit, with which the session ends. */
	brokeUndo: boolean;
};

const WRITERS = 3;
/** Small texts, so that there can be many edits. */
const PASTE_MAX = 1500;

/** Sessions of three people in one text, for ever; the same for the same seed. */
export function* honestUpdates(seed: number, acts: number): Generator<Honest> {
	const chance = openChance(seed);
	const pastes = fc
		.sample(anyContent, { numRuns: 60, seed })
		.map(cleanContent)
		.filter((content) => JSON.stringify(content).length < PASTE_MAX);
	for (let nth = 0; ; nth++) yield* session(nth, chance, pastes, acts);
}

/** People who write, mostly together, sometimes apart; and all the ways in which Yjs spells what they wrote. */
function* session(
	nth: number,
	chance: Chance,
	pastes: readonly Content[],
	acts: number
): Generator<Honest> {
	const start = contentUpdate(chance.of(pastes));
	const all = new Y.Doc();
	Y.applyUpdate(all, start);
	const before = () => Y.encodeStateAsUpdate(all);
	const clients = Array.from({ length: WRITERS }, () => 1 + chance.below(0xffffffff));
	const writers = clients.map((client) => new Writer(client, start, pastes, chance));
	const sent = writers.map(({ doc }) => keepOwn(doc));
	yield {
		update: start,
		before: () => new Uint8Array([0, 0]),
		isNext: true,
		session: nth,
		brokeUndo: false
	};
	for (let act = 0; act < acts; act++) {
		const turn = chance.below(WRITERS);
		const { doc } = writers[turn]!;
		const brokeUndo = !writers[turn]!.act();
		// Who is away for a while sends it all later.
		if (!brokeUndo && chance.below(5) === 0) continue;
		const vector = Y.encodeStateVector(all);
		const own = sent[turn]!.splice(0);
		for (const update of spellings(chance, vector, doc, own)) {
			yield { update, before, isNext: false, session: nth, brokeUndo: false };
		}
		const update = Y.encodeStateAsUpdate(doc, vector);
		yield { update, before, isNext: true, session: nth, brokeUndo };
		if (brokeUndo) break;
		Y.applyUpdate(all, update);
		for (const other of writers) {
			if (other.doc === doc || chance.below(3) === 0) continue;
			other.receive(Y.encodeStateAsUpdate(all, Y.encodeStateVector(other.doc)));
		}
	}
	for (const writer of writers) writer.close();
	all.destroy();
}

/** The updates of what is made here. */
function keepOwn(doc: Y.Doc): Uint8Array[] {
	const own: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== 'remote') own.push(update);
	});
	return own;
}

/** The same edits as they are sent at once, merged on the way, in full, or cut to what somebody lacks. */
function* spellings(
	chance: Chance,
	vector: Uint8Array,
	doc: Y.Doc,
	own: readonly Uint8Array[]
): Generator<Uint8Array> {
	yield* own;
	if (own.length > 1) yield Y.mergeUpdates([...own]);
	if (own.length > 2) yield Y.mergeUpdates(own.filter((_, nth) => nth !== 1));
	if (chance.below(6) > 0) return;
	const full = Y.encodeStateAsUpdate(doc);
	yield full;
	yield Y.diffUpdate(full, cutVector(chance, vector));
}

/** A state vector that lies anywhere in what somebody has, in the middle of a character too. */
function cutVector(chance: Chance, vector: Uint8Array): Uint8Array {
	const clocks = Y.decodeStateVector(vector);
	const cut = [...clocks].map(([client, clock]) => [client, chance.below(clock + 1)] as const);
	return Y.encodeStateVector(new Map(cut));
}
