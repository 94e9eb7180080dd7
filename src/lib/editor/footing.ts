import * as Y from 'yjs';
import { docOf } from '#domain/content/merge/read.ts';

/** So many updates lie beside each other before they are made one, which costs the whole text. */
const MOST_UPDATES = 500;

/**
 * What the server has of a text for certain, and what this page wrote on top of that: what it takes to bring
 * somebody who was away together with what others did meanwhile. All are Yjs updates.
 */
export class Footing {
	readonly #doc: Y.Doc;
	#certain: Uint8Array[] = [];
	#written: Uint8Array[] = [];

	constructor(doc: Y.Doc) {
		this.#doc = doc;
	}

	/** What was written here since the server had everything, in order, each as Yjs gave it. */
	get written(): readonly Uint8Array[] {
		return this.#written;
	}

	/** The text without what was written here; the same bytes as long as nothing comes to it. */
	get base(): Uint8Array {
		if (this.#certain.length !== 1) this.#certain = [stateOf(this.#certain)];
		return this.#certain[0]!;
	}

	/** The text as it is here, as updates that lie beside each other. */
	get updates(): readonly Uint8Array[] {
		return [...this.#certain, ...this.#written];
	}

	/** An update as it came from the server. */
	heard(update: Uint8Array): void {
		this.#certain.push(update);
		if (this.#certain.length > MOST_UPDATES) this.#condense();
	}

	wrote(update: Uint8Array): void {
		this.#written.push(update);
	}

	/** The server has everything. */
	stored(): void {
		this.#certain.push(...this.#written);
		this.#written = [];
		if (this.#certain.length > MOST_UPDATES) this.#condense();
	}

	/** Somebody came back to a text, with all that they wrote as one update. */
	returned(live: Uint8Array, update: Uint8Array): void {
		this.#certain = [live];
		this.#written = [update];
	}

	#condense(): void {
		const isAll = this.#written.length === 0;
		this.#certain = [isAll ? Y.encodeStateAsUpdate(this.#doc) : stateOf(this.#certain)];
	}
}

/** What some updates make, as one. */
function stateOf(updates: readonly Uint8Array[]): Uint8Array {
	const doc = docOf(...updates);
	try {
		return Y.encodeStateAsUpdate(doc);
	} finally {
		doc.destroy();
	}
}
