import type { Node, Schema } from '@tiptap/pm/model';
import { contentSchema } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';

// An editor has a schema of its own, with the same nodes as that of the rule book. Blocks never change, so each is
// made over once; and back, it is the one that it came from. What is compared then is mostly the same block.
const overs = new WeakMap<Schema, WeakMap<Node, Node>>();

/** The text of an editor, as the rule book compares texts. */
export function toContent(doc: Node): Node {
	return over(doc, contentSchema);
}

/** A text of the rule book, as an editor shows it. */
export function toEditor(doc: Node, schema: Schema): Node {
	return over(doc, schema);
}

function over(doc: Node, schema: Schema): Node {
	return schema.topNodeType.create(
		null,
		doc.children.map((block) => overBlock(block, schema))
	);
}

function overBlock(block: Node, schema: Schema): Node {
	const made = knownIn(schema).get(block);
	if (made) return made;
	const fresh = schema.nodeFromJSON(block.toJSON());
	knownIn(schema).set(block, fresh);
	knownIn(block.type.schema).set(fresh, block);
	return fresh;
}

function knownIn(schema: Schema): WeakMap<Node, Node> {
	const known = overs.get(schema) ?? new WeakMap<Node, Node>();
	overs.set(schema, known);
	return known;
}

/** Reads texts that are mostly alike: a block that was read before is the same one again. */
export class Reader {
	#known = new Map<string, Node>();

	read(...contents: Content[]): Node[] {
		const seen = new Map<string, Node>();
		const texts = contents.map((content) =>
			contentSchema.topNodeType.create(
				null,
				(content.content ?? []).map((block) => {
					const face = JSON.stringify(block);
					const node = seen.get(face) ?? this.#known.get(face) ?? contentSchema.nodeFromJSON(block);
					seen.set(face, node);
					return node;
				})
			)
		);
		this.#known = seen;
		return texts;
	}
}
