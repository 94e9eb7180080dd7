import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openChance, type Chance } from '#tests/live/chance.ts';
import { openScribblers, type Scribblers } from '#tests/live/scribblers.ts';
import { reaches } from './frontier.ts';
import { readStoredShape, type Clock, type Range, type StructShape } from './shape.ts';

const SEED = 20261126;
const TEXTS = 20;
const ACTS = 60;

/** Texts that grow by chance, with an update of each after every act, spelled in any of the ways of Yjs. */
function* spelled(): Generator<{ update: Uint8Array; people: Scribblers; chance: Chance }> {
	for (let nth = 0; nth < TEXTS; nth++) {
		const chance = openChance(SEED + nth);
		const people = openScribblers(chance);
		for (let act = 0; act < ACTS; act++) {
			people.act();
			yield { update: spell(people, chance), people, chance };
		}
		for (const doc of people.docs) doc.destroy();
	}
}

function spell({ docs, sent }: Scribblers, chance: Chance): Uint8Array {
	const doc = chance.of(docs);
	const full = Y.encodeStateAsUpdate(doc);
	const own = sent.flatMap((updates) => updates.slice(-5));
	return chance.of<() => Uint8Array>([
		() => full,
		() => own.at(-1) ?? full,
		() => Y.mergeUpdates([...own, full]),
		// What is left out leaves a hole.
		() => Y.mergeUpdates(own.filter(() => chance.below(3) > 0).concat(own.slice(0, 1))),
		() => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(chance.of(docs))),
		() => Y.diffUpdate(full, cut(doc, chance))
	])();
}

/** A state vector that lies anywhere in what a document has, in the middle of a word too. */
function cut(doc: Y.Doc, chance: Chance): Uint8Array {
	const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))];
	const some = clocks.map(([client, clock]) => [client, chance.below(clock + 1)] as const);
	return Y.encodeStateVector(new Map(some));
}

/** In the words of Yjs: what stands where, and what it names that others made. */
function asYjs(update: Uint8Array): { structs: StructShape[]; deletes: Range[] } {
	const { structs, ds } = Y.decodeUpdate(update);
	const shapes = structs.flatMap((struct): StructShape[] => {
		if (struct instanceof Y.Skip) return [];
		const { client, clock: from } = struct.id;
		return [{ client, from, to: from + struct.length, needs: needsOf(struct) }];
	});
	const deletes = [...ds.clients].flatMap(([client, items]) =>
		items.map(({ clock, len }) => ({ client, from: clock, to: clock + len }))
	);
	return { structs: shapes, deletes };
}

function needsOf(struct: Y.Item | Y.GC): Clock[] {
	if (!(struct instanceof Y.Item)) return [];
	const { origin, rightOrigin, parent, id } = struct;
	// Of who has a neighbour Yjs does not write the parent.
	const named = [origin, rightOrigin, parent].filter((one) => one instanceof Y.ID);
	return named
		.filter(({ client }) => client !== id.client)
		.map(({ client, clock }) => ({ client, clock }));
}

/** Rows in one when the second needs nothing, as a shape has them. */
function joined(structs: readonly StructShape[]): StructShape[] {
	const rows: StructShape[] = [];
	for (const { ...struct } of structs) {
		const last = rows.at(-1);
		const follows = last?.client === struct.client && last.to === struct.from;
		if (follows && struct.needs.length === 0) last.to = struct.to;
		else rows.push(struct);
	}
	return rows;
}

function clocksOf(structs: readonly Range[]): Map<number, number> {
	return new Map(structs.map(({ client, to }) => [client, to]));
}

test('[P6] what is stored is read as Yjs reads it: every clock, every delete, and what each edit needs', () => {
	let [emoji, holes, collected] = [0, 0, 0];
	for (const { update } of spelled()) {
		const { structs, deletes, blocks } = readStoredShape(update);
		const told = asYjs(update);
		expect(structs).toEqual(joined(told.structs));
		expect(deletes).toEqual(told.deletes);
		expect(clocksOf(blocks)).toEqual(clocksOf(told.structs));
		const decoded = Y.decodeUpdate(update).structs;
		holes += Number(decoded.some((struct) => struct instanceof Y.Skip));
		collected += Number(decoded.some((struct) => struct instanceof Y.GC));
		emoji += Number(/👩|🌾|🇳/u.test(Buffer.from(update).toString()));
	}
	// All of it was in there.
	expect(Math.min(emoji, holes, collected)).toBeGreaterThan(30);
}, 60_000);

test('[P6] a text has the clocks and the deletes that were read, once Yjs applied it', () => {
	for (const { people, chance } of spelled()) {
		const doc = chance.of(people.docs);
		const { structs, deletes } = readStoredShape(Y.encodeStateAsUpdate(doc));
		const applied = new Y.Doc({ gc: false });
		Y.applyUpdate(applied, Y.encodeStateAsUpdate(doc));
		expect(clocksOf(structs)).toEqual(Y.decodeStateVector(Y.encodeStateVector(applied)));
		const gone = Y.snapshot(applied).ds.clients;
		const isGone = ({ client, from, to }: Range) =>
			gone.get(client)?.some(({ clock, len }) => clock <= from && to <= clock + len);
		expect(deletes.filter((range) => !isGone(range))).toEqual([]);
		expect(untold(applied, deletes)).toEqual([]);
		applied.destroy();
	}
}, 60_000);

/** What is deleted in a text and not in these ranges: Yjs takes away a format marker too many, nothing else. */
function untold(doc: Y.Doc, deletes: readonly Range[]): Y.ID[] {
	const ranges = Map.groupBy(deletes, ({ client }) => client);
	const structs = [...doc.store.clients.values()].flat();
	const gone = structs.filter(
		(struct) =>
			struct.deleted && !(struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)
	);
	const isTold = ({ id, length }: Y.Item | Y.GC) =>
		ranges.get(id.client)?.some(({ from, to }) => from <= id.clock && id.clock + length <= to);
	return gone.filter((struct) => !isTold(struct)).map(({ id }) => id);
}

test('[P6] an edit can be put into a text exactly when Yjs has nothing left to wait for', () => {
	const seen = { placed: 0, waiting: 0 };
	for (const { update, people, chance } of spelled()) {
		const base = new Y.Doc();
		if (chance.below(4) > 0) Y.applyUpdate(base, Y.encodeStateAsUpdate(chance.of(people.docs)));
		const clockOf = (client: number) => Y.getState(base.store, client);
		const canBePlaced = reaches(readStoredShape(update), { clockOf });
		Y.applyUpdate(base, update);
		const isWaiting = base.store.pendingStructs !== null || base.store.pendingDs !== null;
		expect(canBePlaced).toBe(!isWaiting);
		seen[canBePlaced ? 'placed' : 'waiting']++;
		base.destroy();
	}
	expect(Math.min(seen.placed, seen.waiting)).toBeGreaterThan(200);
}, 60_000);
