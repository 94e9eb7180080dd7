import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { changedBlocks } from '#domain/content/merge/spans.ts';
import { blockStarts } from './bring-in.ts';
import { toContent } from './nodes.ts';

/** Where somebody is in a text: at a place in a block, so high in the window. */
export type ReadingPlace = { doc: Node; at: number; top: number; caret: number | null };

/** Where one reads in the text on the screen, and has the caret. */
export function readingPlace({ view, state }: Editor): ReadingPlace | null {
	const box = view.dom.getBoundingClientRect();
	const y = Math.min(Math.max(box.top + 8, innerHeight / 3), box.bottom - 8);
	const found = view.posAtCoords({ left: box.left + 8, top: y });
	if (!found) return null;
	const caret = view.hasFocus() ? state.selection.head : null;
	return { doc: toContent(state.doc), at: found.pos, top: view.coordsAtPos(found.pos).top, caret };
}

/** Shows in another version of that text the same place as high in the window, and puts the caret where it was. */
export function returnTo(editor: Editor, place: ReadingPlace, focus: boolean): void {
	const doc = toContent(editor.state.doc);
	if (focus) {
		const caret = along(place.doc, doc, place.caret ?? place.at);
		editor.commands.focus(caret, { scrollIntoView: false });
	}
	scrollBy({
		top: editor.view.coordsAtPos(along(place.doc, doc, place.at)).top - place.top,
		behavior: 'instant'
	});
}

/** A place of one text in another version of it: in the same block, or in what took its place. */
function along(from: Node, to: Node, at: number): number {
	const index = from.resolve(Math.min(at, from.content.size)).index(0);
	const offset = at - (blockStarts(from)[index] ?? 0);
	let block = index;
	for (const span of changedBlocks(from, to)) {
		if (span.from[0] > index) break;
		const isWithin = index < span.from[1];
		block = isWithin
			? Math.min(span.to[0] + index - span.from[0], Math.max(span.to[0], span.to[1] - 1))
			: index + span.to[1] - span.from[1];
	}
	const starts = blockStarts(to);
	const start = starts[Math.min(block, to.childCount - 1)] ?? 0;
	return Math.min(start + offset, starts[Math.min(block, to.childCount - 1) + 1] ?? 0);
}
