import type { Editor } from '@tiptap/core';
import type { OutlineEntry } from '#domain/content/text.ts';
import type { PersonHere } from './people.ts';
import type { SaveState } from './save-state.ts';

/**
 * One text as the page sees it: is it saved, who is here, what is in it. A page makes one per part
 * and hands it to the editor and to whatever shows these things elsewhere, such as its top bar.
 */
export class LiveText {
	save = $state.raw<SaveState>({ state: 'opening' });
	people = $state.raw<PersonHere[]>([]);
	/** Null until the text is live. For features that work on the text, such as comments. */
	editor = $state.raw<Editor | null>(null);
	/** Null until the text is live; then a second behind the typing. */
	figures = $state.raw<{ outline: OutlineEntry[]; words: number } | null>(null);
	#goTo: ((personId: string) => void) | null = null;

	/** Whether leaving the page now would lose words. */
	get unsent(): boolean {
		const { save } = this;
		return save.state === 'saving' || ('unsent' in save && save.unsent);
	}

	/** Scrolls to where a person is writing. */
	goTo(personId: string): void {
		this.#goTo?.(personId);
	}

	/** For the editor: takes its place, and gives the way out. */
	attach(editor: Editor, goTo: (personId: string) => void): () => void {
		this.editor = editor;
		this.#goTo = goTo;
		return () => {
			this.editor = null;
			this.people = [];
			this.#goTo = null;
		};
	}
}
