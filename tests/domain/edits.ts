import { joinPoint, liftTarget, Transform, findWrapping, canSplit } from '@tiptap/pm/transform';
import { liftListItem, sinkListItem } from '@tiptap/pm/schema-list';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow } from '@tiptap/pm/tables';
import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { anyContent } from '#domain/content/arbitrary.ts';
import { cleanContent } from '#domain/content/clean.ts';
import { contentSchema } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';
import { nodeType } from '#domain/content/merge/builder.ts';

/** Random edits as people make them, for tests. Every letter that is written is the only one of its kind. */

export type Edit = {
	kind: keyof typeof MAKE;
	/** Where, as a fraction of all the places there are. */
	at: number;
	/** How far from there, and which of several ways. */
	size: number;
};

/** Gives letters that were never given before; every ninth is an emoji. */
export class Letters {
	#given = 0;

	next(): string {
		const nth = this.#given;
		this.#given += 1;
		const emoji = Math.floor(nth / 9);
		if (nth % 9 === 8 && emoji < 256) return String.fromCodePoint(0x1f400 + emoji);
		// Yi is written in words, as Dutch is for the alignment; every other word is of signs that stand alone.
		return String.fromCodePoint(nth < 1100 ? 0xa000 + nth : 0x4e00 + nth);
	}

	word(length: number): string {
		return Array.from({ length }, () => this.next()).join('');
	}
}

/** A text of any structure in which no letter stands twice; its edits go on with `letters`. */
export function withLetters(content: Content, letters: Letters): Node {
	const relabel = (node: Content): Content => ({
		...node,
		...(node.content && { content: node.content.map(relabel) }),
		...(node.text && { text: node.text.replace(/[^ ]/gu, () => letters.next()) })
	});
	return contentSchema.nodeFromJSON(relabel(content));
}

/** A text to begin with. */
export const anyBase = anyContent.map(cleanContent);

/** Edits of one person, from first to last. */
export function anyEdits(length: number): fc.Arbitrary<Edit[]> {
	const edit = fc.record({
		kind: fc.constantFrom(...EDIT_KINDS),
		at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
		size: fc.integer({ min: 1, max: 12 })
	});
	return fc.array(edit, { minLength: length, maxLength: length });
}

/** A text, and what it is after so many edits of one person. */
export function anyChange(length: number): fc.Arbitrary<{ before: Node; after: Node }> {
	return fc.tuple(anyBase, anyEdits(length)).map(([content, edits]) => {
		const letters = new Letters();
		const before = withLetters(content, letters);
		return { before, after: edits.reduce((text, edit) => edited(text, edit, letters), before) };
	});
}

/** The text after an edit; the same when there is no place for it. */
export function edited(doc: Node, edit: Edit, letters: Letters): Node {
	const tr = new Transform(doc);
	const places = placesIn(doc);
	const from = places[Math.floor(edit.at * places.length)];
	if (from === undefined) return doc;
	const within = (steps: number) => places[Math.floor(edit.at * places.length) + steps] ?? from;
	const [to, far] = [within(edit.size), within(edit.size * 4)];
	try {
		const made = MAKE[edit.kind]({ tr, doc, from, to, far, size: edit.size, letters });
		const after = made ?? tr.doc;
		after.check();
		return after;
	} catch {
		// Not every edit fits everywhere; an editor would not offer it there.
		return doc;
	}
}

/** Every place where a caret can stand in text. */
function placesIn(doc: Node): number[] {
	const places: number[] = [];
	doc.descendants((node, position) => {
		if (node.isTextblock) places.push(position + 1);
		if (node.isText) {
			let at = position;
			for (const character of node.text ?? '') places.push((at += character.length));
		} else if (node.isInline) places.push(position + node.nodeSize);
	});
	return places;
}

type Making = {
	tr: Transform;
	doc: Node;
	from: number;
	to: number;
	far: number;
	size: number;
	letters: Letters;
};

const WRAPPERS = ['blockquote', 'callout', 'bulletList', 'orderedList', 'taskList'];
const MARKS = ['bold', 'italic', 'code', 'link'];

function typeAt(tr: Transform, at: number, size: number, letters: Letters): void {
	const word = letters.word(size % 6 || 1);
	const marks = tr.doc.resolve(at).marks();
	tr.insert(at, contentSchema.text(size > 6 ? `${word} ` : word, marks));
}

function pick<T>(choices: readonly T[], size: number): T {
	return choices[size % choices.length]!;
}

/** The text after an editor's command with the caret at a place. */
function run(doc: Node, at: number, command: Command): Node {
	const state = EditorState.create({ doc, selection: TextSelection.create(doc, at) });
	let after = doc;
	command(state, (transaction) => (after = transaction.doc));
	return after;
}

const MAKE = {
	type: ({ tr, from, size, letters }: Making) => void typeAt(tr, from, size, letters),
	remove: ({ tr, from, to }: Making) => void tr.delete(from, to),
	removeFar: ({ tr, from, far }: Making) => void tr.deleteRange(from, far),
	replace: ({ tr, from, to, size, letters }: Making) => {
		tr.delete(from, to);
		typeAt(tr, from, size, letters);
	},
	split: ({ tr, doc, from, size }: Making) => {
		const depth = size > 8 && canSplit(doc, from, 2) ? 2 : 1;
		if (canSplit(doc, from, depth)) tr.split(from, depth);
	},
	join: ({ tr, doc, from, size }: Making) => {
		const point = joinPoint(doc, from, size % 2 ? 1 : -1);
		if (point) tr.join(point);
	},
	wrap: ({ tr, doc, from, to, size }: Making) => {
		const range = doc.resolve(from).blockRange(doc.resolve(to));
		const wrapping = range && findWrapping(range, nodeType(pick(WRAPPERS, size)));
		if (wrapping) tr.wrap(range, wrapping);
	},
	lift: ({ tr, doc, from, to }: Making) => {
		const range = doc.resolve(from).blockRange(doc.resolve(to));
		const target = range && liftTarget(range);
		if (range && typeof target === 'number') tr.lift(range, target);
	},
	item: ({ doc, from, size }: Making) => {
		const type = nodeType(size % 4 < 2 ? 'listItem' : 'taskItem');
		return run(doc, from, size % 2 ? sinkListItem(type) : liftListItem(type));
	},
	blockType: ({ tr, from, to, size }: Making) => {
		const level = (size % 3) + 1;
		if (size > 9) tr.setBlockType(from, to, nodeType('codeBlock'));
		else if (size > 4) tr.setBlockType(from, to, nodeType('heading'), { level });
		else tr.setBlockType(from, to, nodeType('paragraph'));
	},
	mark: ({ tr, from, to, size }: Making) => {
		const type = contentSchema.marks[pick(MARKS, size)];
		if (!type) return;
		if (size > 8) tr.removeMark(from, to, type);
		else
			tr.addMark(
				from,
				to,
				type.create(type.name === 'link' ? { href: `https://a.nl/${from}` } : {})
			);
	},
	lineBreak: ({ tr, from }: Making) => void tr.insert(from, nodeType('hardBreak').create()),
	block: ({ tr, doc, from, size, letters }: Making) => {
		const paragraph = nodeType('paragraph').create(null, contentSchema.text(letters.word(size)));
		const rule = nodeType('horizontalRule').create();
		tr.insert(doc.resolve(from).after(1), size > 9 ? rule : paragraph);
	},
	table: ({ doc, from, size }: Making) =>
		run(doc, from, pick([addRowAfter, addColumnAfter, deleteRow, deleteColumn], size))
};

export const EDIT_KINDS = Object.keys(MAKE) as (keyof typeof MAKE)[];
