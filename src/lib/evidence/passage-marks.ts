import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Anchor } from '#domain/anchors/anchor.ts';
import './passage-marks.css';

/** Words to underline: `count` of something hangs on them, which `label` says. */
export type Mark = {
	id: string;
	passage: Anchor;
	count: number;
	label: string;
	/** The one that somebody came for. */
	target?: boolean;
};

/** A mark with where its words are in the text now. */
export type Placed = Mark & { from: number; to: number };
type Marks = { placed: readonly Placed[]; drawn: DecorationSet };

const KEY = new PluginKey<Marks>('passageMarks');

/** Underlines passages that something hangs on. Decorations: nothing of it is in the text. */
export const PassageMarks = Extension.create({
	name: 'passageMarks',
	addProseMirrorPlugins() {
		return [
			new Plugin<Marks>({
				key: KEY,
				state: {
					init: () => ({ placed: [], drawn: DecorationSet.empty }),
					apply: (tr, marks) => {
						const placed: readonly Placed[] | undefined = tr.getMeta(KEY);
						if (placed) return { placed, drawn: draw(tr.doc, placed) };
						return tr.docChanged ? { ...marks, drawn: marks.drawn.map(tr.mapping, tr.doc) } : marks;
					}
				},
				props: { decorations: (state) => KEY.getState(state)?.drawn }
			})
		];
	}
});

/** Long enough to finish a word; until then marks move along with the words. */
const LOOK_AFTER_MS = 800;

/** Underlines these from now on, wherever their words go, as `place` finds them. Answers the way to stop. */
export function showMarks(
	editor: Editor,
	marks: readonly Mark[],
	place: (editor: Editor, marks: readonly Mark[]) => Placed[]
): () => void {
	let due: ReturnType<typeof setTimeout> | undefined;
	const look = () => {
		if (editor.isDestroyed) return;
		const placed = place(editor, marks);
		editor.view.dispatch(editor.state.tr.setMeta(KEY, placed).setMeta('addToHistory', false));
	};
	const lookSoon = () => {
		clearTimeout(due);
		due = setTimeout(look, LOOK_AFTER_MS);
	};
	look();
	editor.on('update', lookSoon);
	return () => {
		clearTimeout(due);
		editor.off('update', lookSoon);
	};
}

function draw(doc: Node, placed: readonly Placed[]): DecorationSet {
	const decorations = placed.flatMap(({ id, from, to, count, label, target }) => [
		Decoration.inline(from, to, {
			class: target ? 'passage is-target' : 'passage',
			'data-passage': id
		}),
		Decoration.widget(to, () => sign(count, label), { side: 1, key: `${id} ${label}` })
	]);
	return DecorationSet.create(doc, decorations);
}

/** How many, small after the words; in full for who listens. */
function sign(count: number, label: string): HTMLElement {
	const sign = document.createElement('span');
	sign.className = 'passage-count';
	sign.contentEditable = 'false';
	sign.title = label;
	const shown = document.createElement('span');
	shown.ariaHidden = 'true';
	shown.textContent = String(count);
	const said = document.createElement('span');
	said.className = 'vh';
	said.textContent = ` (${label}) `;
	sign.append(shown, said);
	return sign;
}
