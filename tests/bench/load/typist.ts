import * as Y from 'yjs';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';

/** A text with a paragraph for each of so many people, as somebody sends it who wrote it elsewhere. */
export function makeBase(paragraphs: number, client: number): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = client;
	const nodes = Array.from({ length: paragraphs }, (_, nth) => {
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [new Y.XmlText(`Alinea ${nth}. `)]);
		return paragraph;
	});
	doc.getXmlFragment(TEXT_FRAGMENT).insert(0, nodes);
	return Y.encodeStateAsUpdate(doc);
}

/** Somebody who types at the end of a paragraph of their own, a character in each update. */
export class Typist {
	readonly client: number;
	readonly #doc = new Y.Doc();
	/** When each character was sent, by its clock. */
	readonly sentAt: number[] = [];
	/** So many of their characters somebody else has seen. */
	seen = 0;
	readonly #line: Y.XmlText;
	readonly #made: Uint8Array[] = [];

	constructor(base: Uint8Array, nth: number, client: number) {
		this.client = client;
		Y.applyUpdate(this.#doc, base);
		this.#doc.clientID = client;
		const paragraph = this.#doc.getXmlFragment(TEXT_FRAGMENT).get(nth);
		const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
		if (!(line instanceof Y.XmlText)) throw new Error(`there is no paragraph ${nth}`);
		this.#line = line;
		this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === this) this.#made.push(update);
		});
	}

	/** Makes updates before they are needed: making one takes as long as sending ten. */
	prepare(count: number): void {
		while (this.#made.length < count) this.#make();
	}

	/** All that they sent. */
	typed(): Uint8Array[] {
		return this.#made.slice(0, this.sentAt.length);
	}

	/** The next update, as sent now. */
	next(now: number): Uint8Array {
		if (this.#made.length === this.sentAt.length) this.#make();
		this.sentAt.push(now);
		return this.#made[this.sentAt.length - 1]!;
	}

	#make(): void {
		const letter = 'wisselwerking '[this.#made.length % 14]!;
		this.#doc.transact(() => this.#line.insert(this.#line.length, letter), this);
	}
}
