import type { Attrs, Mark, NodeType } from '@tiptap/pm/model';
import type { Token } from './tokens.ts';

/** The same marks; two of one kind on the same text have no order of their own in Yjs. */
function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
	return a === b || (a.length === b.length && a.every((mark) => mark.isInSet(b)));
}

/** Values of attributes are JSON. */
export function sameValue(a: unknown, b: unknown): boolean {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function sameAttributes(a: Attrs, b: Attrs): boolean {
	return a === b || Object.keys({ ...a, ...b }).every((name) => sameValue(a[name], b[name]));
}

/** Whether a token that both versions have looks otherwise: its marks, its type, its attributes. */
export function isChanged(from: Token, to: Token): boolean {
	if (from.is === 'character' && to.is === 'character') return !sameMarks(from.marks, to.marks);
	if (from.is === 'open' && to.is === 'open') {
		return from.type !== to.type || !sameAttributes(from.attrs, to.attrs);
	}
	// Marks of leaves are lost in Yjs, so they say nothing.
	if (from.is === 'leaf' && to.is === 'leaf') return !sameAttributes(from.attrs, to.attrs);
	return false;
}

/** A token that both kept, with what each changed about it. Where both changed the same thing, theirs stays. */
export function mergeToken(base: Token, theirs: Token, mine: Token): Token {
	if (base.is === 'character' && theirs.is === 'character' && mine.is === 'character') {
		return { ...base, marks: mergeMarks(base.marks, theirs.marks, mine.marks) };
	}
	if (base.is === 'open' && theirs.is === 'open' && mine.is === 'open') {
		const { type } = theirs.type === base.type ? mine : theirs;
		return { ...base, type, attrs: mergeAttributes(type, base.attrs, theirs.attrs, mine.attrs) };
	}
	if (base.is === 'leaf' && theirs.is === 'leaf' && mine.is === 'leaf') {
		return { ...base, attrs: mergeAttributes(base.type, base.attrs, theirs.attrs, mine.attrs) };
	}
	return base;
}

function mergeMarks(base: readonly Mark[], theirs: readonly Mark[], mine: readonly Mark[]) {
	let marks = theirs;
	for (const mark of base) if (!mark.isInSet(mine)) marks = mark.removeFromSet(marks);
	for (const mark of mine) if (!mark.isInSet(base)) marks = mark.addToSet(marks);
	return marks;
}

function mergeAttributes(type: NodeType, base: Attrs, theirs: Attrs, mine: Attrs): Attrs {
	const merged: Record<string, unknown> = {};
	for (const name of Object.keys(type.spec.attrs ?? {})) {
		const changedByThem = name in theirs && !sameValue(base[name], theirs[name]);
		const from = changedByThem || !(name in mine) ? theirs : mine;
		if (name in from) merged[name] = from[name];
	}
	return merged;
}
