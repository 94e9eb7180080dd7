import type { Node } from '@tiptap/pm/model';
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { readDocument } from '#domain/content/merge/read.ts';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { contentSchema } from '#domain/content/schema.ts';
import { edited } from './edits.ts';
import type { Edit, Letters } from './edits.ts';

/** Somebody with an editor on a text, for tests: what they do reaches Yjs through the binding of the editor. */
export class Writer {
	readonly doc = new Y.Doc();
	/** What they wrote, in order. */
	readonly updates: Uint8Array[] = [];

	constructor(state: Uint8Array) {
		Y.applyUpdate(this.doc, state);
		this.doc.on('update', (update, origin) => {
			if (origin !== OTHERS) this.updates.push(update);
		});
	}

	/** Makes edits one after the other; gives the text that they see then. */
	write(edits: readonly Edit[], letters: Letters): Node {
		return this.become(...edits.map((edit) => (text: Node) => edited(text, edit, letters)));
	}

	/** The same with whatever changes a text. */
	become(...changes: readonly ((text: Node) => Node)[]): Node {
		const fragment = this.doc.getXmlFragment(TEXT_FRAGMENT);
		const { doc, meta } = initProseMirrorDoc(fragment, contentSchema);
		let text = doc;
		for (const change of changes) {
			const next = change(text);
			text = next;
			this.doc.transact(() => updateYFragment(this.doc, fragment, next, meta), ySyncPluginKey);
		}
		return text;
	}

	receive(...updates: Uint8Array[]): void {
		for (const update of updates) Y.applyUpdate(this.doc, update, OTHERS);
	}

	/** The text as pages would read it. */
	get text(): Node {
		return readDocument(this.doc);
	}

	get state(): Uint8Array {
		return Y.encodeStateAsUpdate(this.doc);
	}
}

const OTHERS = 'others';
