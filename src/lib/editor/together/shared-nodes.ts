import { Fragment } from '@tiptap/pm/model';
import type { Node, Schema } from '@tiptap/pm/model';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { rawNode } from '#domain/content/yjs.ts';
import { isDivided } from './divided.ts';

type Type = Parameters<ProsemirrorBinding['mapping']['get']>[0];

/**
 * The nodes of an editor by what they are in Yjs, as the binding remembers them. Those whose words are in
 * several texts are made here: the binding would copy the words together in the act.
 */
export class SharedNodes extends Map<Type, Node | Node[]> {
	readonly #schema: () => Schema;

	constructor(schema: () => Schema, known: ProsemirrorBinding['mapping']) {
		super(known);
		this.#schema = schema;
	}

	override get(type: Type): Node | Node[] | undefined {
		const known = super.get(type);
		if (known || !(type instanceof Y.XmlElement) || !isDivided(type)) return known;
		const made = this.#make(type);
		if (made) this.set(type, made);
		return made;
	}

	/** Undefined when it fits nowhere: the binding says what becomes of it. */
	#make(element: Y.XmlElement): Node | undefined {
		const schema = this.#schema();
		try {
			const { attrs, content = [] } = rawNode(element);
			// Joins what is alike; `Fragment.fromJSON` would not.
			const children = Fragment.fromArray(content.map((child) => schema.nodeFromJSON(child)));
			return schema.nodes[element.nodeName]?.createChecked(attrs, children);
		} catch {
			return undefined;
		}
	}
}
