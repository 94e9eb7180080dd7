import * as Y from 'yjs';
import type { Chance } from './chance.ts';

const WRITERS = 4;
const WORDS = ['a', 'wijk ', 'é', '👩‍👩‍👧', '🧑🏽‍🌾', '🇳🇱', '\u0301', 'x'.repeat(30)];

/** Some who do anything to one text with Yjs itself, each in a document of their own. */
export type Scribblers = {
	docs: readonly Y.Doc[];
	/** What each of them sent so far, oldest first. */
	sent: readonly (readonly Uint8Array[])[];
	/** Somebody does something, or hears what somebody else has. */
	act(): void;
};

/** Half of them forget what was deleted, as Yjs does unless told otherwise. */
export function openScribblers(chance: Chance): Scribblers {
	const sent: Uint8Array[][] = [];
	const docs = Array.from({ length: WRITERS }, (_, nth) => {
		const doc = new Y.Doc({ gc: nth % 2 === 0 });
		doc.clientID = 1 + chance.below(0xffffffff);
		const own: Uint8Array[] = [];
		sent.push(own);
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== HEARD) own.push(update);
		});
		return doc;
	});
	const act = () => {
		const doc = chance.of(docs);
		if (chance.below(6) > 0) doc.transact(() => scribble(doc, chance));
		else
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(chance.of(docs), Y.encodeStateVector(doc)), HEARD);
	};
	return { docs, sent, act };
}

const HEARD = 'heard';

function scribble(doc: Y.Doc, chance: Chance): void {
	const text = doc.getXmlFragment('default');
	const block = text.length > 0 ? text.get(chance.below(text.length)) : undefined;
	const line = block instanceof Y.XmlElement ? block.toArray().at(-1) : undefined;
	if (!(block instanceof Y.XmlElement) || chance.below(8) === 0) {
		const fresh = new Y.XmlElement(chance.of(['paragraph', 'heading', 'callout']));
		fresh.insert(0, [new Y.XmlText(chance.of(WORDS))]);
		return text.insert(chance.below(text.length + 1), [fresh]);
	}
	if (!(line instanceof Y.XmlText) || chance.below(12) === 0) {
		// In each other, side by side, with values.
		if (chance.below(2) === 0) return block.setAttribute('level', chance.of(['1', '2']));
		return block.insert(block.length, [chance.of([new Y.XmlElement('quote'), new Y.XmlText('z')])]);
	}
	const at = chance.below(line.length + 1);
	const length = Math.min(line.length - at, 1 + chance.below(8));
	// Any place, so in the middle of an emoji too: Yjs writes two halves then.
	return chance.of<() => void>([
		() => line.insert(at, chance.of(WORDS)),
		() => line.insert(at, chance.of(WORDS)),
		() => line.insert(at, chance.of(WORDS), chance.of([{ bold: {} }, { link: { href: '/a' } }])),
		() => line.delete(at, length),
		() => line.delete(at, length),
		() => line.format(at, length, { italic: chance.of([{}, null]) }),
		() => line.insertEmbed(at, { image: 'x' }),
		() => text.delete(chance.below(text.length), 1)
	])();
}
