import type { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import type { Plugin } from '@tiptap/pm/state';
import {
	getRelativeSelection,
	initProseMirrorDoc,
	updateYFragment,
	ySyncPluginKey
} from '@tiptap/y-tiptap';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import { hasDivided } from './divided.ts';
import { SharedNodes } from './shared-nodes.ts';
import { writeDivided } from './write-divided.ts';

/** What the nodes with which an editor began are in Yjs. */
const drawn = new WeakMap<Editor, ProsemirrorBinding['mapping']>();

/**
 * The text that all share. Where two people begin to write in one empty paragraph each of them makes a text
 * in it, and the editor shows the two as one. The binding then makes them one in Yjs too, by copying: in
 * every editor that sees them, so that the words are there twice. Here they stay side by side, and what
 * somebody changes is written where it stands.
 */
export const SharedText = Collaboration.extend({
	/** The editor begins with the text. The binding would begin with none, and then draw all of it as an edit. */
	onBeforeCreate(event) {
		this.parent?.(event);
		const { document, field } = this.options;
		const text = document?.getXmlFragment(field);
		if (!text || text.length === 0 || text.toArray().some(hasDivided)) return;
		const { doc, mapping } = initProseMirrorDoc(text, this.editor.schema);
		// Tiptap takes a node as it is, which its types do not tell. Written out and read again it would be other nodes than
		// those that the binding knows.
		Object.assign(this.editor.options, { content: doc });
		drawn.set(this.editor, mapping);
	},

	addProseMirrorPlugins() {
		// Here, and not before: Tiptap gives each of these functions options of its own.
		const mapping = drawn.get(this.editor);
		if (mapping) this.options.ySyncOptions = { ...this.options.ySyncOptions, mapping };
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
	binding.mapping = new SharedNodes(() => binding.prosemirrorView.state.schema, binding.mapping);
	binding._prosemirrorChanged = (doc: Node) => {
		binding.doc.transact(() => {
			const isWritten = writeDivided(binding.type, doc, binding.mapping);
			if (!isWritten) updateYFragment(binding.doc, binding.type, doc, binding);
			const { state } = binding.prosemirrorView;
			binding.beforeTransactionSelection = getRelativeSelection(binding, state);
		}, ySyncPluginKey);
	};
}
