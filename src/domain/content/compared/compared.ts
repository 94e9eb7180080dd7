import type { Node } from '@tiptap/pm/model';
import type { AuthorRun } from '../../versions.ts';
import { Authors } from '../authors-in-turn.ts';
import { Builder } from '../merge/builder.ts';
import type { Token } from '../merge/tokens.ts';
import { contentSchema, type Content } from '../schema.ts';
import { suggestionOf } from '../suggestions/hunks.ts';
import { Changes, type Change } from './changes.ts';
import { stepsOf, type Fate, type Step } from './steps.ts';

/** What is said of a piece of text or of a block where two texts differ. */
export type Compared = {
	fate: Exclude<Fate, 'keep'>;
	/** The change that it is part of. */
	nth: number;
	author: string | null;
};

/** Two texts as one. `content` has on what differs a mark, on blocks an attribute, that holds a `Compared`. */
export type ComparedText = { content: Content; changes: Change[] };

export type Side = { content: Content; authors: readonly AuthorRun[] };

/** The name of the mark, and of the attribute. */
export const COMPARED = 'compared';

/** How one text became another, with what went and what came in their places. */
export function compared(before: Side, after: Side): ComparedText {
	const { difference, hunks } = suggestionOf(
		contentSchema.nodeFromJSON(before.content),
		contentSchema.nodeFromJSON(after.content)
	);
	const authors = { before: new Authors(before.authors), after: new Authors(after.authors) };
	const changes = new Changes((hunk) => hunks[hunk]?.key);
	const blocks: Content[] = [];
	for (const passage of difference.passages) {
		changes.end();
		if ('rows' in passage) {
			blocks.push(...built(stepsOf(passage.rows, authors), changes));
			continue;
		}
		for (const block of passage.blocks) {
			const length = lengthOf(block);
			authors.before.next(length);
			authors.after.next(length);
			blocks.push(block.toJSON() as Content);
		}
	}
	changes.end();
	return { content: { type: 'doc', content: blocks }, changes: changes.found };
}

function lengthOf(node: Node): number {
	if (node.isText) return node.text?.length ?? 0;
	return node.children.reduce((sum, child) => sum + lengthOf(child), 0);
}

function built(steps: readonly Step[], changes: Changes): Content[] {
	const builder = new Builder();
	const inline: { length: number; said: Compared | null }[] = [];
	const ofOpen = new Map<Token, Compared>();
	for (const step of steps) {
		const { fate, token, origins, author } = step;
		const nth = changes.take(step);
		const said = fate === 'keep' || nth === null ? null : { fate, nth, author };
		builder.add(token, origins);
		if (token.is === 'character') inline.push({ length: token.text.length, said });
		if (token.is === 'leaf') inline.push({ length: 1, said });
		if (token.is === 'open' && said) for (const origin of origins) ofOpen.set(origin, said);
	}
	const blocks = builder.blocks();
	const marker = new Marker(inline, (node) =>
		builder.opensOf
			.get(node)
			?.flatMap((open) => ofOpen.get(open) ?? [])
			.at(0)
	);
	return blocks.map((block) => marker.mark(block));
}

/** A text with on each piece whose it is, by the same mark. */
export function byAuthor({ content, authors: runs }: Side): Content {
	const authors = new Authors(runs);
	const marked = (node: Content): Content[] => {
		if (node.type !== 'text') {
			return [{ ...node, ...(node.content && { content: node.content.flatMap(marked) }) }];
		}
		const { text = '', marks = [] } = node;
		return authors.runs(text.length).map(({ person: author, at, length }) => {
			const said = { fate: 'restyle', nth: 0, author } as const;
			const own = author ? [markOf(said)] : [];
			return { ...node, text: text.slice(at, at + length), marks: [...own, ...marks] };
		});
	};
	return marked(content)[0] ?? content;
}

/** Says of every node and piece of text, in their order, what became of it. */
class Marker {
	readonly #inline: { length: number; said: Compared | null }[];
	readonly #saidOf: (node: Node) => Compared | undefined;
	#at = 0;

	constructor(
		inline: { length: number; said: Compared | null }[],
		saidOf: (node: Node) => Compared | undefined
	) {
		this.#inline = inline;
		this.#saidOf = saidOf;
	}

	mark(node: Node): Content {
		if (node.isLeaf) return this.#leaf(node);
		const said = this.#saidOf(node);
		return {
			type: node.type.name,
			attrs: { ...node.attrs, ...(said && { [COMPARED]: said }) },
			content: node.children.flatMap((child) =>
				child.isText ? this.#text(child) : this.mark(child)
			)
		};
	}

	#leaf(node: Node): Content {
		const said = this.#inline[this.#at]?.said;
		this.#at += 1;
		const shown: Content = node.toJSON();
		if (!said) return shown;
		return node.isInline
			? { ...shown, marks: [markOf(said), ...(shown.marks ?? [])] }
			: { ...shown, attrs: { ...node.attrs, [COMPARED]: said } };
	}

	#text(node: Node): Content[] {
		const { text = '' } = node;
		const marks = node.marks.map((mark) => mark.toJSON() as { type: string });
		const pieces: { text: string; said: Compared | null }[] = [];
		for (let read = 0; read < text.length;) {
			const { length, said } = this.#inline[this.#at] ?? { length: text.length - read, said: null };
			const last = pieces.at(-1);
			const letters = text.slice(read, read + length);
			if (last && isSame(last.said, said)) last.text += letters;
			else pieces.push({ text: letters, said });
			read += length;
			this.#at += 1;
		}
		return pieces.map(({ text, said }) => {
			const all = said ? [markOf(said), ...marks] : marks;
			return { type: 'text', text, ...(all.length > 0 && { marks: all }) };
		});
	}
}

function markOf(said: Compared) {
	return { type: COMPARED, attrs: { said } };
}

function isSame(one: Compared | null, other: Compared | null): boolean {
	if (!one || !other) return one === other;
	return one.fate === other.fate && one.nth === other.nth && one.author === other.author;
}
