import * as Y from 'yjs';
import fc from 'fast-check';
import { anyContent } from '#domain/content/arbitrary.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { cleanContent } from '#domain/content/clean.ts';
import type { Content } from '#domain/content/schema.ts';
import { openChance, type Chance } from '#tests/live/chance.ts';
import { Writer } from './writer.ts';

/** An update that one of ours makes, and the text that it is made in. */
export type Honest = { before: Uint8Array; update: Uint8Array };

const WRITERS = 3;

/** Sessions of three people in one text, each from its own seed, for ever. */
export function* honestUpdates(seed: number, acts: number): Generator<Honest> {
	const chance = openChance(seed);
	const pastes = fc.sample(anyContent, { numRuns: 40, seed }).map(cleanContent);
	for (;;) yield* session(chance, pastes, acts);
}

/** People who write, mostly together, sometimes apart; and all the ways in which Yjs spells what they wrote. */
function* session(chance: Chance, pastes: readonly Content[], acts: number): Generator<Honest> {
	const start = contentUpdate(chance.of(pastes));
	const all = new Y.Doc();
	Y.applyUpdate(all, start);
	const writers = Array.from(
		{ length: WRITERS },
		() => new Writer(1 + chance.below(0xffffffff), start, pastes, chance)
	);
	const sent = writers.map(() => [] as Uint8Array[]);
	writers.forEach(({ doc }, nth) =>
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== 'remote') sent[nth]!.push(update);
		})
	);
	for (let act = 0; act < acts; act++) {
		const nth = chance.below(WRITERS);
		const writer = writers[nth]!;
		writer.act();
		// Who is away for a while sends it all later.
		if (chance.below(4) === 0) continue;
		const own = sent[nth]!.splice(0);
		const before = Y.encodeStateAsUpdate(all);
		for (const update of spellings(chance, all, writer.doc, own)) yield { before, update };
		const state = Y.encodeStateAsUpdate(writer.doc, Y.encodeStateVector(all));
		Y.applyUpdate(all, state);
		for (const other of writers) {
			if (other === writer || chance.below(3) === 0) continue;
			other.receive(Y.encodeStateAsUpdate(all, Y.encodeStateVector(other.doc)));
		}
	}
	for (const writer of writers) writer.close();
	all.destroy();
}

/** The same edits as a client sends them at once, all later, merged by who passes them on, or cut by who has a part. */
function* spellings(
	chance: Chance,
	all: Y.Doc,
	doc: Y.Doc,
	own: readonly Uint8Array[]
): Generator<Uint8Array> {
	if (own.length === 1) yield own[0]!;
	const state = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(all));
	yield state;
	if (own.length > 1) yield Y.mergeUpdates([...own]);
	if (chance.below(8) === 0) yield Y.encodeStateAsUpdate(doc);
	if (chance.below(8) === 0) yield Y.diffUpdate(Y.encodeStateAsUpdate(doc), cutVector(chance, all));
	if (own.length > 2) yield Y.mergeUpdates(own.filter((_, nth) => nth !== 1));
}

/** A state vector that lies anywhere in what somebody has, in the middle of a character too. */
function cutVector(chance: Chance, doc: Y.Doc): Uint8Array {
	const vector = Y.decodeStateVector(Y.encodeStateVector(doc));
	for (const [client, clock] of vector) vector.set(client, chance.below(clock + 1));
	return Y.encodeStateVector(vector);
}
