import { encode, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openChance } from '#tests/live/chance.ts';
import { ElementIndex } from './element-index.ts';
import { LIMITS } from './limits.ts';
import { readShape, readStoredShape } from './shape.ts';

test('[P7] nodes too deep are refused, also when they come one by one, and the index stays as it was', () => {
	const index = new ElementIndex();
	const doc = new Y.Doc();
	doc.on('update', (update: Uint8Array) => updates.push(update));
	const updates: Uint8Array[] = [];
	let parent: Y.XmlFragment = doc.getXmlFragment('default');
	for (let depth = 0; depth <= LIMITS.elementDepth; depth++) {
		const quote = new Y.XmlElement('blockquote');
		parent.insert(0, [quote]);
		parent = quote;
	}
	const last = updates.pop()!;
	for (const update of updates) index.take(readShape(update));
	for (let nth = 0; nth < 2; nth++) {
		expect(() => index.take(readShape(last))).toThrow(
			expect.objectContaining({ reason: 'budget' })
		);
	}
});

test('[P7] a value where children stand is refused, whatever it is next to', () => {
	const doc = new Y.Doc();
	const text = doc.getXmlFragment('default');
	text.insert(0, [new Y.XmlElement('paragraph')]);
	const index = new ElementIndex();
	index.load(readStoredShape(Y.encodeStateAsUpdate(doc)));
	const before = Y.encodeStateVector(doc);
	Y.Array.prototype.insert.call(text, 1, ['tip']);
	const shape = readShape(Y.encodeStateAsUpdate(doc, before));
	expect(() => index.take(shape)).toThrow(expect.objectContaining({ reason: 'place' }));
});

type Id = { client: number; clock: number };

/** An update of words between two neighbours, whoever made those. */
function between(client: number, clock: number, left: Id | null, right: Id | null): Uint8Array {
	return manyBetween(client, [[left, right]], clock);
}

/** Every character of the first line, deleted ones too, from left to right. */
function charactersIn(doc: Y.Doc): Id[] {
	const ids: Id[] = [];
	let item = lineOf(doc)._start;
	for (; item; item = item.right) {
		for (let nth = 0; nth < item.length; nth++) {
			ids.push({ client: item.id.client, clock: item.id.clock + nth });
		}
	}
	return ids;
}

function lineOf(doc: Y.Doc): Y.XmlText {
	const paragraph = doc.getXmlFragment('default').get(0) as Y.XmlElement;
	return paragraph.get(0) as Y.XmlText;
}

const LINE = (() => {
	const doc = new Y.Doc();
	doc.clientID = 1;
	const paragraph = new Y.XmlElement('paragraph');
	doc.getXmlFragment('default').insert(0, [paragraph]);
	paragraph.insert(0, [new Y.XmlText('a line')]);
	return Y.encodeStateAsUpdate(doc);
})();

test('[P7] neighbours are refused in reverse, and only then: everything stands where Yjs puts it', () => {
	const probe = { client: 9_000_000, clock: 0 };
	for (let seed = 1; seed <= 10; seed++) {
		const chance = openChance(seed);
		const index = new ElementIndex();
		index.load(readStoredShape(LINE));
		const all = new Y.Doc();
		const writers = [5, 40, 300, 2000].map((client) => {
			const doc = new Y.Doc();
			doc.clientID = client;
			return doc;
		});
		for (const doc of [all, ...writers]) Y.applyUpdate(doc, LINE);
		let forged = 0;
		for (let act = 0; act < 60; act++) {
			const doc = chance.of(writers);
			const line = lineOf(doc);
			const at = chance.below(line.length + 1);
			if (chance.below(4) === 0 && at < line.length) line.delete(at, 1);
			else line.insert(at, 'xyz'.slice(chance.below(3)));
			if (chance.below(3) === 0) continue;
			const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(all));
			index.take(readShape(update));
			Y.applyUpdate(all, update);
			if (chance.below(5) === 0) {
				// What no editor writes: between two that are far apart.
				const there = charactersIn(all);
				const [left, right] = [chance.below(there.length), chance.below(there.length)].sort(
					(one, other) => one - other
				);
				if (left === right) continue;
				const far = between(100, forged++, there[left!]!, there[right!]!);
				index.take(readShape(far));
				Y.applyUpdate(all, far);
			}
			if (chance.below(2) === 0) {
				const other = chance.of(writers);
				Y.applyUpdate(other, Y.encodeStateAsUpdate(all, Y.encodeStateVector(other)));
			}
		}
		const order = charactersIn(all);
		for (let nth = 0; nth < 200; nth++) {
			const [left, right] = [chance.below(order.length), chance.below(order.length)];
			const update = between(probe.client, probe.clock, order[left]!, order[right]!);
			let isRefused = false;
			try {
				index.take(readShape(update));
				probe.client++;
			} catch (error) {
				expect(error).toMatchObject({ reason: 'place' });
				isRefused = true;
			}
			expect([seed, nth, isRefused]).toEqual([seed, nth, right <= left]);
		}
	}
});

/** A line with words of so many people between its characters, and perhaps a mark. */
function openBusyLine({ people, isMarked }: { people: number; isMarked: boolean }) {
	const doc = new Y.Doc();
	doc.clientID = 1;
	const paragraph = new Y.XmlElement('paragraph');
	doc.getXmlFragment('default').insert(0, [paragraph]);
	const line = new Y.XmlText('x'.repeat(2 * people));
	paragraph.insert(0, [line]);
	if (isMarked) line.format(0, 1, { bold: {} });
	const first = line._start!;
	const from = first.content instanceof Y.ContentString ? first.id.clock : first.right!.id.clock;
	const ids = charactersIn(doc).filter(({ clock }) => clock < from + 2 * people);
	const updates = [Y.encodeStateAsUpdate(doc), manyBetween(2, seams(ids, people))];
	const index = new ElementIndex();
	for (const update of updates) {
		index.load(readStoredShape(update));
		Y.applyUpdate(doc, update);
	}
	return { doc, index, ids };
}

/** Every second gap between these. */
function seams(ids: readonly Id[], count: number): [Id, Id | null][] {
	return Array.from({ length: count }, (_, nth) => [
		ids[Math.min(2 * nth, ids.length - 2)]!,
		ids[Math.min(2 * nth + 1, ids.length - 1)]!
	]);
}

/** An update of a word between each of these, all by one client. */
function manyBetween(
	client: number,
	places: readonly [Id | null, Id | null][],
	clock = 0
): Uint8Array {
	return encode((encoder) => {
		for (const number of [1, places.length, client, clock]) writeVarUint(encoder, number);
		for (const [left, right] of places) {
			writeUint8(encoder, 4 | (left ? 128 : 0) | (right ? 64 : 0));
			for (const id of [left, right]) {
				if (!id) continue;
				writeVarUint(encoder, id.client);
				writeVarUint(encoder, id.clock);
			}
			writeVarString(encoder, 'w');
		}
		writeVarUint(encoder, 0);
	});
}

const BUDGET = expect.objectContaining({ reason: 'budget' });

test('[P9] what makes clients look through much of a text is refused, and costs no more than a few', () => {
	const { index, doc, ids } = openBusyLine({ people: 4_000, isMarked: false });
	const loose = (count: number) => Array.from({ length: count }, (): [Id, null] => [ids[0]!, null]);
	const before = Y.encodeStateVector(doc);
	for (const count of [20, 500]) {
		const shape = readShape(manyBetween(3, loose(count)));
		expect(() => index.take(shape)).toThrow(expect.objectContaining({ reason: 'steps' }));
	}
	const steps = index.take(readShape(manyBetween(3, loose(5))));
	expect(steps).toBeGreaterThan(5 * 7_000);
	// It stayed as it was: who comes next stands where Yjs puts them.
	Y.applyUpdate(doc, manyBetween(3, loose(5)));
	lineOf(doc).insert(7, 'on');
	expect(index.take(readShape(Y.encodeStateAsUpdate(doc, before)))).toBe(0);
});

test('[P9] so is what cuts words in more places than somebody replaces at once', () => {
	const { seams: seamsMax } = LIMITS.effort;
	const { index, ids } = openBusyLine({ people: seamsMax + 1, isMarked: false });
	expect(() => index.take(readShape(manyBetween(4, seams(ids, seamsMax + 1))))).toThrow(BUDGET);
	index.take(readShape(manyBetween(4, seams(ids, 5_000))));
});

test('[P9] so is deleting more pieces of one text with marks than clients can tidy up after', () => {
	for (const isMarked of [true, false]) {
		const { index, doc } = openBusyLine({ people: 3_000, isMarked });
		const before = Y.encodeStateVector(doc);
		const line = lineOf(doc);
		line.delete(0, line.length);
		const shape = readShape(Y.encodeStateAsUpdate(doc, before));
		if (isMarked) expect(() => index.take(shape)).toThrow(BUDGET);
		else index.take(shape);
	}
	const { index, doc } = openBusyLine({ people: 1_000, isMarked: true });
	const before = Y.encodeStateVector(doc);
	lineOf(doc).delete(0, lineOf(doc).length);
	index.take(readShape(Y.encodeStateAsUpdate(doc, before)));
});

test('[P8] a pasted book and a word replaced everywhere are welcome', () => {
	const doc = new Y.Doc();
	doc.clientID = 7;
	const text = doc.getXmlFragment('default');
	text.insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]);
	const index = new ElementIndex();
	index.load(readStoredShape(Y.encodeStateAsUpdate(doc)));
	let before = Y.encodeStateVector(doc);
	const lines = Array.from({ length: 4_000 }, (_, nth) => {
		const line = new Y.XmlElement('paragraph');
		line.insert(0, [new Y.XmlText(`line ${nth} of a book `)]);
		return line;
	});
	text.insert(1, lines);
	expect(index.take(readShape(Y.encodeStateAsUpdate(doc, before)))).toBeLessThan(10);
	before = Y.encodeStateVector(doc);
	doc.clientID = 8;
	doc.transact(() => {
		for (const line of lines.slice(0, 1_000)) {
			const words = line.get(0) as Y.XmlText;
			words.delete(5, 3);
			words.insert(5, 'other', { bold: {} });
		}
	});
	expect(index.take(readShape(Y.encodeStateAsUpdate(doc, before)))).toBeLessThan(10);
});
