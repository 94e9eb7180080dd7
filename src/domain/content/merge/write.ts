import type { Node } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { TEXT_FRAGMENT } from '../schema.ts';
import { branchesOf, faceOf, lettersOf } from './branches.ts';
import type { Branch } from './branches.ts';
import { sameValue } from './changed.ts';
import type { Match } from './matches.ts';
import { Likeness } from './pairs.ts';
import { changedSpans } from './spans.ts';
import type { Eye } from './spans.ts';
import { editTexts } from './text-edit.ts';

/**
 * Makes the text of a part's Y.Doc read as `wanted`, as one edit that touches only what differs, so that what
 * others do meanwhile stays where they did it. The binding's own way from text to Yjs replaces all between the
 * first and the last difference of a paragraph, and compares other blocks by their position only: made for
 * one keystroke, it rewrites what lies between two.
 *
 * What can't be kept: a node that gets another type, and text that moves to another node, are copies to Yjs. What
 * somebody types in the original before they see this edit is lost, unless `rescue` watches over it.
 */
export function writeDocument(doc: Y.Doc, wanted: Node, origin: unknown): void {
	const text = doc.getXmlFragment(TEXT_FRAGMENT);
	doc.transact(() => writeBlocks(text, [0, text.length], wanted), origin);
}

/** The same for the blocks of a text from one place to another, which are to read as those of `wanted`. */
export function writeBlocks(text: Y.XmlFragment, [from, to]: Match, wanted: Node): void {
	const model = new Y.Doc();
	const target = prosemirrorToYXmlFragment(wanted, model.getXmlFragment(TEXT_FRAGMENT));
	const [present, next] = [text.slice(from, to).map(seen), target.toArray().map(seen)];
	const spans = changedSpans(present, next, SEEN);
	// From the end, so that places before it stay what they are. Leaves alone what is the same.
	for (const span of spans.reverse()) {
		const old = branchesOf(present.slice(...span.from).map(({ type }) => type));
		const made = branchesOf(next.slice(...span.to).map(({ type }) => type));
		const start = from + span.from[0];
		writeChildren(text, start, old.children, made.children, new Likeness(old, made));
	}
	model.destroy();
}

type Seen = { type: unknown; face: string };

function seen(type: unknown): Seen {
	return { type, face: faceOf(type) };
}

const SEEN: Eye<Seen> = {
	isSame: (a, b) => a.face === b.face,
	face: ({ face }) => face,
	length: ({ type }) => branchesOf([type]).signs.length
};

/** Writes some children of a node, of which the first is at `start`. */
function writeChildren(
	parent: Y.XmlFragment,
	start: number,
	from: readonly Branch[],
	to: readonly Branch[],
	likeness: Likeness
): void {
	let [i, j, at] = [0, 0, start];
	const replaceUntil = ([x, y]: Match) => {
		const gone = from.slice(i, x).reduce((sum, branch) => sum + lengthOf(branch), 0);
		const added = to.slice(j, y).flatMap(copiesOf);
		if (gone > 0) parent.delete(at, gone);
		if (added.length > 0) parent.insert(at, added);
		at += added.length;
	};
	for (const [x, y] of likeness.pairs(from, to)) {
		replaceUntil([x, y]);
		writeBranch(from[x]!, to[y]!, likeness);
		at += lengthOf(from[x]!);
		[i, j] = [x + 1, y + 1];
	}
	replaceUntil([from.length, to.length]);
}

function lengthOf(branch: Branch): number {
	return branch.is === 'words' ? branch.texts.length : 1;
}

function copiesOf(branch: Branch): (Y.XmlElement | Y.XmlText)[] {
	return branch.is === 'words'
		? branch.texts.map((text) => text.clone())
		: [branch.element.clone() as Y.XmlElement];
}

function writeBranch(from: Branch, to: Branch, likeness: Likeness): void {
	if (from.is === 'words' && to.is === 'words') {
		editTexts(from.texts, to.texts.flatMap(lettersOf));
	} else if (from.is === 'element' && to.is === 'element') {
		writeAttributes(from.element, to.element);
		writeChildren(from.element, 0, from.children, to.children, likeness);
	}
}

function writeAttributes(element: Y.XmlElement, wanted: Y.XmlElement): void {
	const [present, target] = [element.getAttributes(), wanted.getAttributes()];
	for (const name of Object.keys(present)) if (!(name in target)) element.removeAttribute(name);
	for (const [name, value] of Object.entries(target)) {
		if (value !== undefined && !sameValue(present[name], value)) element.setAttribute(name, value);
	}
}
