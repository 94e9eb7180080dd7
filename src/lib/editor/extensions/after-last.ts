import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';

/** A click below the last block continues the text there, also after a table or a callout. */
export const AfterLast = Extension.create({
	name: 'afterLast',
	addProseMirrorPlugins() {
		return [
			new Plugin({
				props: {
					handleClick: (view, _, event) => {
						const last = view.dom.lastElementChild;
						if (!view.editable || !last) return false;
						if (event.clientY <= last.getBoundingClientRect().bottom) return false;
						const { doc, schema, tr } = view.state;
						if (doc.lastChild?.isTextblock && doc.lastChild.type.name !== 'codeBlock') return false;
						const paragraph = schema.nodes['paragraph']?.create();
						if (!paragraph) return false;
						tr.insert(doc.content.size, paragraph);
						tr.setSelection(TextSelection.atEnd(tr.doc));
						view.dispatch(tr.scrollIntoView());
						return true;
					}
				}
			})
		];
	}
});
