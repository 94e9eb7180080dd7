import type { Editor } from '@tiptap/core';
import { Decoration } from '@tiptap/pm/view';
import type { Mark, MarksShown } from '#lib/ui/passages/shown-marks.ts';
import type { OpenThreads } from './open-threads.svelte.ts';
import './thread-marks.css';

/** The words of threads, underlined. */
export function talkedAbout(threads: OpenThreads, marks: readonly Mark[]): MarksShown<Mark> {
	const layer = 'threads';
	return {
		...{ layer, marks },
		onplaced: (placed) => threads.place(placed, new Set(marks.map(({ id }) => id))),
		draw: ({ id, from, to }) => [
			Decoration.inline(
				from,
				to,
				{ nodeName: 'mark', class: 'talked', 'data-thread': id },
				{ layer }
			)
		]
	};
}

/** Those of the one that is looked at. */
export function lookedAt(marks: readonly Mark[]): MarksShown<Mark> {
	const layer = 'thread-looked-at';
	return {
		...{ layer, marks },
		draw: ({ from, to }) => [Decoration.inline(from, to, { class: 'is-looked-at' }, { layer })]
	};
}

/** Brings the words of a thread into view, unless they are. */
export function showWords(editor: Editor, id: string): void {
	const mark = editor.view.dom.querySelector(`[data-thread="${CSS.escape(id)}"]`);
	if (!mark) return;
	const { top, bottom } = mark.getBoundingClientRect();
	const isSeen = top > TOP_PX && bottom < innerHeight - BOTTOM_PX;
	if (!isSeen) mark.scrollIntoView({ block: 'center' });
}
/** What stands over the text at the top and the bottom of a window. */
const [TOP_PX, BOTTOM_PX] = [120, 80];

/** Back from a card to its words: one writes on behind them, or reads on from them. */
export function returnToWords(editor: Editor, places: { from: number; to: number } | undefined) {
	const { dom } = editor.view;
	if (editor.isEditable) {
		const chain = editor.chain().focus(null, { scrollIntoView: false });
		if (places) chain.setTextSelection(places.to);
		chain.run();
		return;
	}
	dom.tabIndex = -1;
	dom.focus({ preventScroll: true });
	const at = places && editor.view.domAtPos(places.to);
	if (at) getSelection()?.collapse(at.node, at.offset);
}
