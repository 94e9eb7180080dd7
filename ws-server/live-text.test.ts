import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { firstLine } from '#tests/live/client.ts';
import { openChance, type Chance } from '#tests/live/chance.ts';
import { LiveText } from './live-text.ts';
import { readStoredShape } from './shape.ts';

type Writer = { doc: Y.Doc; unsent: Uint8Array[] };

function openWriter(nth: number): Writer {
	const writer: Writer = { doc: new Y.Doc(), unsent: [] };
	// So that a seed that fails does so again.
	writer.doc.clientID = nth + 1;
	writer.doc.on('update', (update, origin) => {
		if (origin !== 'told') writer.unsent.push(update);
	});
	return writer;
}

/** Types, deletes, marks or adds a paragraph; sometimes an emoji. */
function edit({ doc }: Writer, chance: Chance, hasMarks: boolean): void {
	doc.transact(() => {
		const line = firstLine(doc);
		const characters = Array.from(line.toJSON().replace(/<[^>]*>/g, ''));
		const at = characters.slice(0, chance.below(characters.length + 1)).join('').length;
		const kind = chance.below(10);
		if (kind < 6) line.insert(at, chance.of(['a', 'bc', '👩', 'ë', ' ']));
		else if (kind < 8 && at > 0) line.delete(0, Math.min(at, 1 + chance.below(3)));
		else if (kind === 8 && hasMarks) line.format(0, at, { bold: chance.of([{}, null]) });
		else doc.getXmlFragment('default').push([new Y.XmlElement('paragraph')]);
	});
}

const stateOf = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc);
const htmlOf = (doc: Y.Doc) => doc.getXmlFragment('default').toString();
const told = (doc: Y.Doc, updates: readonly Uint8Array[]) => {
	for (const update of updates) Y.applyUpdate(doc, update, 'told');
};

test(
	'[T5] whatever state somebody comes with, what they get makes their text the same',
	{ timeout: 30_000 },
	() => {
		for (let seed = 1; seed <= 40; seed++) {
			const chance = openChance(seed);
			const hasMarks = seed % 2 === 0;
			const truth = new Y.Doc({ gc: seed % 4 < 2 });
			let text = new LiveText({ snapshot: null, updates: [] });
			const writers = [0, 1, 2].map(openWriter);
			const visitors: Y.Doc[] = [new Y.Doc()];
			for (let turn = 0; turn < 60; turn++) {
				const writer = chance.of(writers);
				edit(writer, chance, hasMarks);
				if (chance.below(3) === 0) {
					for (const update of writer.unsent.splice(0)) {
						// Whole, merged with the last ones, or with all that the writer has.
						const sent = chance.below(4) === 0 ? stateOf(writer.doc) : update;
						const before = Y.decodeStateVector(text.vector);
						const added = text.take({ update: sent, shape: readStoredShape(sent) });
						told(truth, [sent]);
						if (!added) continue;
						const known = Y.decodeStateVector(text.vectorBefore([added]));
						for (const [client, clock] of known) expect(clock).toBe(before.get(client) ?? 0);
					}
					told(writer.doc, text.differenceSince(Y.encodeStateVector(writer.doc)));
				}
				if (chance.below(10) === 0) {
					const snapshot = stateOf(truth);
					text = new LiveText({ snapshot, updates: [] });
					// Opened by what was noted of it, not by reading it.
					const { extent } = text;
					if (chance.below(2) === 0) text = new LiveText({ snapshot, extent, updates: [] });
				}
				if (chance.below(10) === 0) visitors.push(new Y.Doc());
				const visitor = chance.of(visitors);
				told(visitor, text.differenceSince(Y.encodeStateVector(visitor)));
				const seen = new LiveText({ snapshot: stateOf(visitor), updates: [] });
				expect(seen.isAsFarAs(text) && seen.holds(text), `seed ${seed}`).toBe(true);
				// With markers not to the letter: whoever gets them tidies what is superfluous.
				if (!hasMarks) expect(htmlOf(visitor), `seed ${seed}`).toBe(htmlOf(truth));
				expect(visitor.store.pendingStructs).toBeNull();
			}
			for (const { doc } of writers) doc.destroy();
		}
	}
);

test('[T5] a state that lies in the middle of somebody’s edits gets the rest of them', () => {
	const writer = openWriter(0);
	const text = new LiveText({ snapshot: null, updates: [] });
	firstLine(writer.doc).insert(0, 'abcdef');
	const update = stateOf(writer.doc);
	text.take({ update, shape: readStoredShape(update) });
	const half = new Map([[writer.doc.clientID, 4]]);
	const [rest, deletes] = text.differenceSince(Y.encodeStateVector(half));
	const { structs } = Y.decodeUpdate(rest!);
	expect(structs[0]?.id.clock).toBe(4);
	expect(Y.decodeUpdate(deletes!).structs).toEqual([]);
});
