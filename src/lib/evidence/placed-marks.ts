import type { Editor } from '@tiptap/core';
import { resolve } from '#domain/anchors/resolve.ts';
import { placesOf } from '#domain/content/characters.ts';
import type { Mark, Placed } from './passage-marks.ts';
import { sharedText } from './selected.ts';

/** Where the words of these marks are in a text now; what is lost is left out. */
export function placed(editor: Editor, marks: readonly Mark[]): Placed[] {
	const text = marks.length > 0 ? sharedText(editor) : null;
	if (!text) return [];
	return marks.flatMap((mark) => {
		const standing = resolve(text, mark.passage);
		const places = standing.is === 'lost' ? null : placesOf(editor.state.doc, standing.range);
		return places ? [{ ...mark, ...places }] : [];
	});
}
