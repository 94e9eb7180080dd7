import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { DecorationSet, type Decoration } from '@tiptap/pm/view';

/** What one feature draws on the words, in the place of what it drew before. */
type Layer = {
	name: string;
	drawn: readonly Decoration[];
	/** What of it stays, by its `spec.id`: it could not be drawn anew, and moved along with the words. */
	kept?: readonly string[];
};

const KEY = new PluginKey<DecorationSet>('passageMarks');

/**
 * Room for features to mark passages of one text, each in a layer of its own. Decorations: nothing of it is in the
 * text, and what is drawn moves along with the words.
 */
export const PassageMarks = Extension.create({
	name: 'passageMarks',
	addProseMirrorPlugins: () => [
		new Plugin<DecorationSet>({
			key: KEY,
			state: {
				init: () => DecorationSet.empty,
				apply: (tr, drawn) => {
					const moved = drawn.map(tr.mapping, tr.doc);
					const layer: Layer | undefined = tr.getMeta(KEY);
					if (!layer) return moved;
					const { name, kept } = layer;
					const before = moved.find(
						undefined,
						undefined,
						(spec) => spec.layer === name && !kept?.includes(spec.id)
					);
					return moved.remove(before).add(tr.doc, [...layer.drawn]);
				}
			},
			props: { decorations: (state) => KEY.getState(state) }
		})
	]
});

/** Draws a layer anew; each decoration in it carries its name, as `spec.layer`. */
export function drawLayer(
	editor: Editor,
	name: string,
	drawn: readonly Decoration[],
	kept?: readonly string[]
): void {
	const layer: Layer = { name, drawn, kept };
	editor.view.dispatch(editor.state.tr.setMeta(KEY, layer).setMeta('addToHistory', false));
}
