import type { Editor } from '@tiptap/core';
import type { Decoration } from '@tiptap/pm/view';
import type { Anchor } from '#domain/anchors/anchor.ts';
import { resolve } from '#domain/anchors/resolve.ts';
import { Characters } from '#domain/content/characters.ts';
import { drawLayer } from './passage-marks.ts';
import { textOf } from './selected.ts';

/** Words that something hangs on. */
export type Mark = { id: string; passage: Anchor };

/** A mark with where its words are in the text now, and what stands there when that is not what they were. */
export type Placed<Own extends Mark = Mark> = Own & {
	from: number;
	to: number;
	now: string | null;
};

/** One layer of marks, and how a mark of it is drawn; each decoration names the layer. */
export type MarksShown<Own extends Mark> = {
	layer: string;
	marks: readonly Own[];
	draw: (mark: Placed<Own>) => Decoration[];
	/** Told each time that they were looked for: of what is lost there is none. */
	onplaced?: (placed: readonly Placed<Own>[]) => void;
};

/** Long enough to finish a word; until then marks move along with the words. */
const LOOK_AFTER_MS = 800;

/** Marks these from now on, wherever their words go. Answers the way to stop, which leaves what is drawn. */
export function showMarks<Own extends Mark>(
	editor: Editor,
	{ layer, marks, draw, onplaced }: MarksShown<Own>
): () => void {
	let due: ReturnType<typeof setTimeout> | undefined;
	const look = () => {
		if (editor.isDestroyed) return;
		const placed = placedIn(editor, marks);
		drawLayer(editor, layer, placed.flatMap(draw));
		onplaced?.(placed);
	};
	const lookSoon = () => {
		clearTimeout(due);
		due = setTimeout(look, LOOK_AFTER_MS);
	};
	look();
	if (marks.length > 0) editor.on('update', lookSoon);
	return () => {
		clearTimeout(due);
		editor.off('update', lookSoon);
	};
}

/** Where the words of these marks are in a text now; what is lost is left out. */
function placedIn<Own extends Mark>(editor: Editor, marks: readonly Own[]): Placed<Own>[] {
	if (marks.length === 0) return [];
	const text = textOf(editor);
	const characters = new Characters(editor.state.doc);
	return marks.flatMap((mark) => {
		const standing = resolve(text, mark.passage);
		if (standing.is === 'lost') return [];
		const places = characters.around(standing.range);
		const now = standing.is === 'changed' ? standing.text : null;
		return places ? [{ ...mark, ...places, now }] : [];
	});
}
