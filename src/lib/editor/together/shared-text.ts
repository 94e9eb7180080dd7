import { Collaboration } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import type { Plugin } from '@tiptap/pm/state';
import { getRelativeSelection, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import { SharedNodes } from './shared-nodes.ts';
import { writeDivided } from './write-divided.ts';

/**
 * The text that all share. Where two people begin to write in one empty paragraph each of them makes a text
 * in it, and the editor shows the two as one. The binding then makes them one in Yjs too, by copying: in
 * every editor that sees them, so that the words are there twice. Here they stay side by side, and what
 * somebody changes is written where it stands.
 */
export const SharedText = Collaboration.extend({
	addProseMirrorPlugins() {
		const plugins: Plugin[] = this.parent?.() ?? [];
		for (const { spec } of plugins) {
			const { key, view } = spec;
			if (key !== ySyncPluginKey || !view) continue;
			spec.view = (editor) => {
				adapt(ySyncPluginKey.getState(editor.state).binding);
				return view(editor);
			};
		}
		return plugins;
	}
});

// Before the binding draws anything: drawing copies too.
function adapt(binding: ProsemirrorBinding): void {
	binding.mapping = new SharedNodes(() => binding.prosemirrorView.state.schema);
	binding._prosemirrorChanged = (doc: Node) => {
		binding.doc.transact(() => {
			const isWritten = writeDivided(binding.type, doc, binding.mapping);
			if (!isWritten) updateYFragment(binding.doc, binding.type, doc, binding);
			const { state } = binding.prosemirrorView;
			binding.beforeTransactionSelection = getRelativeSelection(binding, state);
		}, ySyncPluginKey);
	};
}
