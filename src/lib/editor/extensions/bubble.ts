import { Extension, isTextSelection, posToDOMRect, type Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { placeAt, placeBeside } from '#lib/ui/place-at.ts';

/** A pause in selecting: until then it would follow every move of the mouse. */
const SHOW_AFTER_MS = 120;

/** Shows the toolbar of the selection, which is in `element`, above words that are selected. */
export const Bubble = Extension.create<{ element: HTMLElement | null }>({
	name: 'bubble',
	addOptions: () => ({ element: null }),
	addProseMirrorPlugins() {
		const { editor } = this;
		const { element } = this.options;
		if (!element) return [];
		return [new Plugin({ view: ({ dom }) => ({ destroy: follow(editor, element, dom) }) })];
	}
});

/** Shows and hides it as words are selected. Answers the way to stop. */
function follow(editor: Editor, element: HTMLElement, dom: HTMLElement): () => void {
	const box = () => {
		const { from, to } = editor.state.selection;
		return editor.isDestroyed ? null : posToDOMRect(editor.view, from, to);
	};
	let stop: (() => void) | undefined;
	let due: ReturnType<typeof setTimeout> | undefined;
	const hide = () => {
		stop?.();
		stop = undefined;
		if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
	};
	const look = () => {
		if (!isWanted(editor, element)) return hide();
		if (stop) placeBeside(element, box(), 'above');
		else stop = placeAt(box, 'above')(element);
	};
	const lookSoon = () => {
		clearTimeout(due);
		due = setTimeout(look, SHOW_AFTER_MS);
	};
	element.popover = 'manual';
	// Next to the text, so that Tab goes from the one to the other.
	dom.parentElement?.append(element);
	element.addEventListener('focusout', lookSoon);
	for (const event of ['transaction', 'focus', 'blur'] as const) editor.on(event, lookSoon);
	return () => {
		clearTimeout(due);
		for (const event of ['transaction', 'focus', 'blur'] as const) editor.off(event, lookSoon);
		element.removeEventListener('focusout', lookSoon);
		hide();
		element.remove();
	};
}

/** Over selected words, with a mouse or keyboard. */
function isWanted(editor: Editor, element: HTMLElement): boolean {
	// It is asked after a pause; by then the editor may be gone.
	if (editor.isDestroyed || !editor.isEditable) return false;
	// By touch the system shows its own menu there; the toolbar is at the bottom of the screen.
	if (matchMedia('(pointer: coarse)').matches) return false;
	const hasFocus = editor.view.hasFocus() || element.contains(document.activeElement);
	const { selection, doc } = editor.state;
	if (!hasFocus || !isTextSelection(selection) || selection.empty) return false;
	return doc.textBetween(selection.from, selection.to).length > 0 && !editor.isActive('codeBlock');
}
