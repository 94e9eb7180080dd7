import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Keys work where the caret is. A browser tells in a task of its own that the caret moved; on a busy page the next
 * key comes first, and ProseMirror works where the caret was: a Backspace is lost, an Enter splits another paragraph.
 * It reads the caret when it hears of a move, so it hears of it now.
 */
export const FreshCaret = Extension.create({
	name: 'freshCaret',
	addProseMirrorPlugins() {
		return [
			new Plugin({
				props: {
					handleDOMEvents: {
						keydown(view) {
							if (!view.composing)
								view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
							return false;
						}
					}
				}
			})
		];
	}
});
